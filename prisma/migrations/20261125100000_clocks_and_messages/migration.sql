CREATE TYPE "DeadlineState" AS ENUM ('RUNNING', 'PAUSED', 'OVERDUE', 'MET', 'CANCELLED');

CREATE TYPE "DeadlineStepKind" AS ENUM ('BEFORE', 'DUE', 'TO_HEAD', 'TO_OFFICE', 'TO_SUPERVISOR', 'URGE', 'EXTEND', 'PAUSE', 'RESUME', 'RECOUNT');

CREATE TYPE "MessageHold" AS ENUM ('NONE', 'MUTED', 'DIGEST');

CREATE TYPE "DeliveryChannel" AS ENUM ('SMS', 'MAIL');

CREATE TYPE "DeliveryState" AS ENUM ('WAITING', 'SENDING', 'SENT', 'FAILED', 'SKIPPED');

CREATE TYPE "RuleUnit" AS ENUM ('WORKDAY', 'DAY', 'MONTH', 'HOUR', 'MINUTE', 'HEAD', 'TIME', 'PERCENT', 'CHARACTER');

CREATE TABLE "Deadline" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "subjectName" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "openFor" TEXT,
    "ownerRole" "Role" NOT NULL,
    "ownerUnitId" UUID,
    "ownerId" UUID,
    "unitId" UUID NOT NULL,
    "startedOn" DATE NOT NULL,
    "firstDueOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "stale" BOOLEAN NOT NULL DEFAULT false,
    "ruleKey" TEXT NOT NULL,
    "ruleValue" INTEGER NOT NULL,
    "ruleUnit" "RuleUnit" NOT NULL,
    "ruleSource" TEXT NOT NULL,
    "ladder" INTEGER[],
    "state" "DeadlineState" NOT NULL DEFAULT 'RUNNING',
    "pausedOn" DATE,
    "pausedDays" INTEGER NOT NULL DEFAULT 0,
    "rung" INTEGER NOT NULL DEFAULT 0,
    "nextOn" DATE,
    "closedOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deadline_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DeadlineStep" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "deadlineId" UUID NOT NULL,
    "kind" "DeadlineStepKind" NOT NULL,
    "rungKey" TEXT,
    "role" "Role",
    "fromDueOn" DATE,
    "toDueOn" DATE,
    "reason" TEXT,
    "accountId" UUID,
    "accountName" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeadlineStep_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DeadlinePass" (
    "committeeId" UUID NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL,
    "calendarMark" TEXT NOT NULL,

    CONSTRAINT "DeadlinePass_pkey" PRIMARY KEY ("committeeId")
);

CREATE TABLE "Dispatch" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "must" BOOLEAN NOT NULL,
    "audience" JSONB NOT NULL,
    "variables" JSONB NOT NULL,
    "subjectType" TEXT,
    "subjectId" TEXT,
    "href" TEXT,
    "senderId" UUID,
    "senderName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "spreadAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "Dispatch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Message" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "dispatchId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "must" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "href" TEXT,
    "subjectType" TEXT,
    "subjectId" TEXT,
    "senderName" TEXT NOT NULL,
    "forName" TEXT,
    "hold" "MessageHold" NOT NULL DEFAULT 'NONE',
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "reminders" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Message_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "text" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 0,
    "state" "DeliveryState" NOT NULL DEFAULT 'WAITING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leasedTo" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "receipt" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MessageChoice" (
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "committeeId" UUID NOT NULL,
    "hold" "MessageHold" NOT NULL DEFAULT 'NONE',
    "sms" BOOLEAN NOT NULL DEFAULT true,
    "mail" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "MessageChoice_pkey" PRIMARY KEY ("accountId","kind")
);

CREATE TABLE "AccountContact" (
    "accountId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "mobileCipher" TEXT,
    "mailCipher" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AccountContact_pkey" PRIMARY KEY ("accountId")
);

CREATE TABLE "MessageTemplate" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "brief" TEXT NOT NULL,
    "accountName" TEXT NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MessageTemplate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DispatchFile" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "dispatchId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DispatchFile_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Deadline_openFor_key" ON "Deadline"("openFor");

CREATE INDEX "Deadline_subjectType_subjectId_id_idx" ON "Deadline"("subjectType", "subjectId", "id");

CREATE INDEX "DeadlineStep_deadlineId_at_idx" ON "DeadlineStep"("deadlineId", "at");

CREATE UNIQUE INDEX "DeadlineStep_deadlineId_rungKey_key" ON "DeadlineStep"("deadlineId", "rungKey");

CREATE UNIQUE INDEX "Dispatch_key_key" ON "Dispatch"("key");

CREATE INDEX "Dispatch_senderId_id_idx" ON "Dispatch"("senderId", "id" DESC);

CREATE INDEX "Message_accountId_sentAt_id_idx" ON "Message"("accountId", "sentAt" DESC, "id" DESC);

CREATE UNIQUE INDEX "Message_dispatchId_accountId_key" ON "Message"("dispatchId", "accountId");

CREATE UNIQUE INDEX "Delivery_messageId_channel_round_key" ON "Delivery"("messageId", "channel", "round");

CREATE UNIQUE INDEX "MessageTemplate_committeeId_kind_key" ON "MessageTemplate"("committeeId", "kind");

CREATE INDEX "DispatchFile_dispatchId_idx" ON "DispatchFile"("dispatchId");

ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_ownerUnitId_fkey" FOREIGN KEY ("ownerUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Deadline" ADD CONSTRAINT "Deadline_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "DeadlineStep" ADD CONSTRAINT "DeadlineStep_deadlineId_fkey" FOREIGN KEY ("deadlineId") REFERENCES "Deadline"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Message" ADD CONSTRAINT "Message_dispatchId_fkey" FOREIGN KEY ("dispatchId") REFERENCES "Dispatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "DispatchFile" ADD CONSTRAINT "DispatchFile_dispatchId_fkey" FOREIGN KEY ("dispatchId") REFERENCES "Dispatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits, and only that: the scheduler, the relay and the channels read these and no history.
CREATE INDEX "Deadline_next" ON "Deadline"("committeeId", "nextOn", "id") WHERE "nextOn" IS NOT NULL;
CREATE INDEX "Deadline_stale" ON "Deadline"("committeeId", "id") WHERE "stale";
CREATE INDEX "Deadline_provisional" ON "Deadline"("committeeId", "dueOn") WHERE "provisional" AND "closedOn" IS NULL;
CREATE INDEX "Deadline_open" ON "Deadline"("committeeId", "dueOn", "id") WHERE "closedOn" IS NULL;
CREATE INDEX "Deadline_open_of_unit" ON "Deadline"("committeeId", "unitId", "dueOn", "id") WHERE "closedOn" IS NULL;
CREATE INDEX "Deadline_closed" ON "Deadline"("committeeId", "closedOn" DESC, "id" DESC) WHERE "closedOn" IS NOT NULL;
CREATE INDEX "Dispatch_waiting" ON "Dispatch"("nextAt", "id") WHERE "spreadAt" IS NULL AND "failedAt" IS NULL;
CREATE INDEX "Dispatch_failed" ON "Dispatch"("committeeId", "id") WHERE "failedAt" IS NOT NULL;
CREATE INDEX "Message_unread" ON "Message"("accountId", "sentAt" DESC, "id" DESC) WHERE "readAt" IS NULL AND "hold" = 'NONE';
CREATE INDEX "Message_copies" ON "Message"("accountId", "sentAt" DESC, "id" DESC) WHERE NOT "must" AND "subjectId" IS NOT NULL;
CREATE INDEX "Message_digest" ON "Message"("accountId", "sentAt") WHERE "hold" = 'DIGEST';
CREATE INDEX "Delivery_waiting" ON "Delivery"("notBefore", "id") WHERE "state" = 'WAITING';
CREATE INDEX "Delivery_leased" ON "Delivery"("leasedTo") WHERE "state" = 'SENDING';
CREATE INDEX "Delivery_failed" ON "Delivery"("committeeId", "id") WHERE "state" = 'FAILED';
