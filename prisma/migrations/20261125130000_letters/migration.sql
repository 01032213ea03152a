-- A notice somebody writes: a draft of its writer's own until it is sent, with files that wait for the sending.
CREATE TABLE "Letter" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "senderName" TEXT NOT NULL,
    "must" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reach" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "dispatchId" UUID,
    "missed" TEXT[],
    "reminders" INTEGER NOT NULL DEFAULT 0,
    "remindedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "Letter_dispatchId_key" ON "Letter"("dispatchId");

CREATE INDEX "Letter_accountId_id_idx" ON "Letter"("accountId", "id" DESC);

ALTER TABLE "DispatchFile" ALTER COLUMN "dispatchId" DROP NOT NULL;
ALTER TABLE "DispatchFile" ADD COLUMN "letterId" UUID;
ALTER TABLE "DispatchFile" ADD CONSTRAINT "DispatchFile_owner" CHECK ("dispatchId" IS NOT NULL OR "letterId" IS NOT NULL);
ALTER TABLE "DispatchFile" ADD CONSTRAINT "DispatchFile_letterId_fkey" FOREIGN KEY ("letterId") REFERENCES "Letter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "DispatchFile_letterId_idx" ON "DispatchFile"("letterId");

ALTER TABLE "Message" ADD COLUMN "digestId" UUID, ADD COLUMN "firstReadAt" TIMESTAMPTZ(3);

-- Sent notices of a committee in their order, and what stands behind one daily digest.
CREATE INDEX "Letter_sent" ON "Letter"("committeeId", "sentAt" DESC, "id" DESC) WHERE "sentAt" IS NOT NULL;
CREATE INDEX "Message_digested" ON "Message"("digestId") WHERE "digestId" IS NOT NULL;
