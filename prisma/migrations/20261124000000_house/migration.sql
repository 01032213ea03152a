-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OFFICE', 'OFFICE_HEAD', 'UNIT_LIAISON', 'DELEGATE', 'LEADER', 'HANDLING_UNIT', 'SUPERVISOR', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN');

-- CreateEnum
CREATE TYPE "DelegateStatus" AS ENUM ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED', 'CEASED', 'TERMINATED', 'INVALID', 'TERM_ENDED');

-- CreateEnum
CREATE TYPE "DelegateEvent" AS ENUM ('ELECT', 'QUALIFY', 'DISQUALIFY', 'SUSPEND', 'RESTORE', 'TRANSFER_OUT', 'TERMINATE', 'TERM_END');

-- CreateEnum
CREATE TYPE "PrimaryCategory" AS ENUM ('LEADING_CADRE', 'PROFESSIONAL', 'MODEL', 'MILITARY');

-- CreateEnum
CREATE TYPE "DelegateFlag" AS ENUM ('FRONTLINE', 'WORKER', 'FARMER', 'NEW_ORGANIZATION', 'RETIRED', 'RETURNED_OVERSEAS');

-- CreateEnum
CREATE TYPE "ElectionKind" AS ENUM ('GENERAL', 'BY_ELECTION');

-- CreateEnum
CREATE TYPE "TargetOperator" AS ENUM ('AT_LEAST', 'AT_MOST');

-- CreateEnum
CREATE TYPE "TargetMeasure" AS ENUM ('PERCENT', 'COUNT');

-- CreateEnum
CREATE TYPE "AuditOutcome" AS ENUM ('DONE', 'REFUSED');

-- CreateEnum
CREATE TYPE "RosterImportState" AS ENUM ('UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED', 'UNDONE');

-- CreateEnum
CREATE TYPE "RosterImportMode" AS ENUM ('ADD_ONLY', 'ADD_AND_UPDATE');

-- CreateEnum
CREATE TYPE "CongressLevel" AS ENUM ('NATIONAL', 'PROVINCE', 'CITY', 'DISTRICT', 'TOWNSHIP');

-- CreateEnum
CREATE TYPE "UnitKind" AS ENUM ('PARTY_COMMITTEE', 'WORKING_COMMITTEE', 'PARTY_GROUP', 'GENERAL_BRANCH', 'BRANCH', 'DEPARTMENT', 'SUBDISTRICT', 'TOWNSHIP', 'COMMUNITY', 'VILLAGE', 'ENTERPRISE', 'SCHOOL', 'HOSPITAL', 'SOCIAL_ORGANIZATION', 'MILITARY', 'OTHER');

-- CreateEnum
CREATE TYPE "UnitEvent" AS ENUM ('ESTABLISH', 'RENAME', 'MOVE', 'ADJUST', 'DEACTIVATE', 'REACTIVATE');

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "mustChangePassword" BOOLEAN NOT NULL DEFAULT true,
    "passwordExpiresAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "committeeId" UUID NOT NULL,
    "personId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "committeeId" UUID NOT NULL,
    "unitId" UUID,
    "adminSeat" BOOLEAN,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "accountId" UUID NOT NULL,
    "grantId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "address" TEXT,
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Committee" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "areaName" TEXT NOT NULL,
    "officeName" TEXT NOT NULL,
    "currentTermId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Committee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "initials" TEXT NOT NULL,
    "pinyinByHand" BOOLEAN NOT NULL DEFAULT false,
    "sex" CHAR(1),
    "ethnicity" CHAR(2),
    "birthMonth" CHAR(7) NOT NULL,
    "nativePlace" TEXT,
    "joinedPartyOn" VARCHAR(10),
    "workStartedOn" VARCHAR(10),
    "idNumberCipher" TEXT,
    "idNumberIndex" TEXT,
    "mobileCipher" TEXT,
    "mobileIndex" TEXT,
    "officePhone" TEXT,
    "addressCipher" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegate" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "groupId" UUID,
    "delegateNo" TEXT,
    "status" "DelegateStatus" NOT NULL,
    "primaryCategory" "PrimaryCategory",
    "flags" "DelegateFlag"[],
    "education" CHAR(2),
    "degree" CHAR(1),
    "school" TEXT,
    "employer" TEXT,
    "position" TEXT,
    "rank" TEXT,
    "professionalTitle" TEXT,
    "occupation" CHAR(2),
    "honours" TEXT,
    "concurrentRoles" TEXT,
    "electedOn" DATE,
    "electionKind" "ElectionKind" NOT NULL DEFAULT 'GENERAL',
    "remark" TEXT,
    "sortOrder" INTEGER NOT NULL,
    "strokeKey" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "searchKeys" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Delegate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegateStatusEvent" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "event" "DelegateEvent" NOT NULL,
    "fromStatus" "DelegateStatus",
    "toStatus" "DelegateStatus" NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "basis" TEXT,
    "accountId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DelegateStatusEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompositionTarget" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "dimension" TEXT NOT NULL,
    "operator" "TargetOperator" NOT NULL,
    "value" DECIMAL(6,1) NOT NULL,
    "measure" "TargetMeasure" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CompositionTarget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committeeId" UUID,
    "accountId" UUID,
    "actorName" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "targetType" TEXT NOT NULL,
    "targetId" TEXT,
    "targetName" TEXT,
    "outcome" "AuditOutcome" NOT NULL,
    "changes" JSONB,
    "reason" TEXT,
    "requestId" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "accountId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "blockedTo" TIMESTAMPTZ(3),

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "RosterImport" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "fileCipher" BYTEA,
    "state" "RosterImportState" NOT NULL DEFAULT 'UPLOADED',
    "checkCipher" BYTEA,
    "choicesCipher" TEXT,
    "counts" JSONB,
    "reason" TEXT,
    "mode" "RosterImportMode",
    "reviewBasis" TEXT,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "places" JSONB,
    "added" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stateAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "RosterImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterImportEntry" (
    "id" UUID NOT NULL,
    "importId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "personAdded" BOOLEAN NOT NULL,
    "delegateAdded" BOOLEAN NOT NULL,
    "delegateVersion" INTEGER NOT NULL,
    "personVersion" INTEGER NOT NULL,
    "beforeCipher" TEXT,

    CONSTRAINT "RosterImportEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "level" "CongressLevel" NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "congressFrom" DATE,
    "congressTo" DATE,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "ageReferenceOn" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "unitId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DelegateGroup" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "delegationId" UUID,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DelegateGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "parentId" UUID,
    "name" TEXT NOT NULL,
    "kind" "UnitKind" NOT NULL,
    "path" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "isElecting" BOOLEAN NOT NULL DEFAULT false,
    "isHandling" BOOLEAN NOT NULL DEFAULT false,
    "activeFrom" DATE NOT NULL,
    "activeTo" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnitChange" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "event" "UnitEvent" NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "basis" TEXT,
    "accountId" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "UnitChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Account_username_key" ON "Account"("username");

-- CreateIndex
CREATE INDEX "Account_committeeId_username_idx" ON "Account"("committeeId", "username");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE INDEX "Grant_committeeId_role_idx" ON "Grant"("committeeId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_accountId_adminSeat_key" ON "Grant"("accountId", "adminSeat");

-- CreateIndex
CREATE UNIQUE INDEX "Grant_accountId_role_committeeId_unitId_key" ON "Grant"("accountId", "role", "committeeId", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_accountId_createdAt_idx" ON "Session"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Committee_name_key" ON "Committee"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Committee_currentTermId_key" ON "Committee"("currentTermId");

-- CreateIndex
CREATE INDEX "Person_committeeId_name_birthMonth_idx" ON "Person"("committeeId", "name", "birthMonth");

-- CreateIndex
CREATE INDEX "Person_committeeId_mobileIndex_idx" ON "Person"("committeeId", "mobileIndex");

-- CreateIndex
CREATE UNIQUE INDEX "Person_committeeId_idNumberIndex_key" ON "Person"("committeeId", "idNumberIndex");

-- CreateIndex
CREATE INDEX "Delegate_committeeId_termId_strokeKey_id_idx" ON "Delegate"("committeeId", "termId", "strokeKey", "id");

-- CreateIndex
CREATE INDEX "Delegate_committeeId_termId_pinyin_id_idx" ON "Delegate"("committeeId", "termId", "pinyin", "id");

-- CreateIndex
CREATE INDEX "Delegate_committeeId_termId_sortOrder_id_idx" ON "Delegate"("committeeId", "termId", "sortOrder", "id");

-- CreateIndex
CREATE INDEX "Delegate_committeeId_termId_delegateNo_id_idx" ON "Delegate"("committeeId", "termId", "delegateNo", "id");

-- CreateIndex
CREATE INDEX "Delegate_committeeId_termId_delegationId_strokeKey_idx" ON "Delegate"("committeeId", "termId", "delegationId", "strokeKey");

-- CreateIndex
CREATE INDEX "Delegate_committeeId_termId_unitId_strokeKey_idx" ON "Delegate"("committeeId", "termId", "unitId", "strokeKey");

-- CreateIndex
CREATE INDEX "Delegate_personId_idx" ON "Delegate"("personId");

-- CreateIndex
CREATE INDEX "Delegate_searchKeys_idx" ON "Delegate" USING GIN ("searchKeys");

-- CreateIndex
CREATE UNIQUE INDEX "Delegate_termId_personId_key" ON "Delegate"("termId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Delegate_termId_delegateNo_key" ON "Delegate"("termId", "delegateNo");

-- CreateIndex
CREATE INDEX "DelegateStatusEvent_committeeId_delegateId_effectiveOn_idx" ON "DelegateStatusEvent"("committeeId", "delegateId", "effectiveOn");

-- CreateIndex
CREATE UNIQUE INDEX "CompositionTarget_termId_dimension_operator_key" ON "CompositionTarget"("termId", "dimension", "operator");

-- CreateIndex
CREATE INDEX "AuditEvent_committeeId_seq_idx" ON "AuditEvent"("committeeId", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_targetType_targetId_seq_idx" ON "AuditEvent"("targetType", "targetId", "seq");

-- CreateIndex
CREATE INDEX "AuditEvent_accountId_seq_idx" ON "AuditEvent"("accountId", "seq");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE INDEX "RateLimit_startedAt_idx" ON "RateLimit"("startedAt");

-- CreateIndex
CREATE INDEX "RosterImport_committeeId_createdAt_idx" ON "RosterImport"("committeeId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RosterImport_committeeId_termId_fileHash_idx" ON "RosterImport"("committeeId", "termId", "fileHash");

-- CreateIndex
CREATE INDEX "RosterImportEntry_importId_idx" ON "RosterImportEntry"("importId");

-- CreateIndex
CREATE INDEX "RosterImportEntry_committeeId_delegateId_idx" ON "RosterImportEntry"("committeeId", "delegateId");

-- CreateIndex
CREATE UNIQUE INDEX "Term_committeeId_level_ordinal_key" ON "Term"("committeeId", "level", "ordinal");

-- CreateIndex
CREATE INDEX "Delegation_committeeId_termId_position_idx" ON "Delegation"("committeeId", "termId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Delegation_termId_name_key" ON "Delegation"("termId", "name");

-- CreateIndex
CREATE INDEX "DelegateGroup_committeeId_termId_position_idx" ON "DelegateGroup"("committeeId", "termId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "DelegateGroup_termId_delegationId_name_key" ON "DelegateGroup"("termId", "delegationId", "name");

-- CreateIndex
CREATE INDEX "Unit_committeeId_path_idx" ON "Unit"("committeeId", "path");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_committeeId_parentId_name_key" ON "Unit"("committeeId", "parentId", "name");

-- CreateIndex
CREATE INDEX "UnitChange_committeeId_unitId_recordedAt_idx" ON "UnitChange"("committeeId", "unitId", "recordedAt");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "Grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Committee" ADD CONSTRAINT "Committee_currentTermId_fkey" FOREIGN KEY ("currentTermId") REFERENCES "Term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegate" ADD CONSTRAINT "Delegate_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegate" ADD CONSTRAINT "Delegate_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegate" ADD CONSTRAINT "Delegate_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegate" ADD CONSTRAINT "Delegate_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegate" ADD CONSTRAINT "Delegate_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "DelegateGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegateStatusEvent" ADD CONSTRAINT "DelegateStatusEvent_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompositionTarget" ADD CONSTRAINT "CompositionTarget_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterImportEntry" ADD CONSTRAINT "RosterImportEntry_importId_fkey" FOREIGN KEY ("importId") REFERENCES "RosterImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegateGroup" ADD CONSTRAINT "DelegateGroup_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DelegateGroup" ADD CONSTRAINT "DelegateGroup_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_committeeId_fkey" FOREIGN KEY ("committeeId") REFERENCES "Committee"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnitChange" ADD CONSTRAINT "UnitChange_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- The three administrators are different people: adminSeat marks their roles and is unique per account.
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_adminSeat_check" CHECK ("adminSeat" IS NOT DISTINCT FROM (CASE WHEN "role" IN ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') THEN TRUE END));
-- A liaison and a handling unit act for a unit, the others for the committee.
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_unit_check" CHECK (("unitId" IS NOT NULL) = ("role" IN ('UNIT_LIAISON', 'HANDLING_UNIT')));
ALTER TABLE "Term" ADD CONSTRAINT "Term_dates_check" CHECK ("startsOn" < "endsOn");
ALTER TABLE "Person" ADD CONSTRAINT "Person_months_check" CHECK ("birthMonth" ~ '^\d{4}-(0[1-9]|1[0-2])$' AND coalesce("joinedPartyOn" ~ '^\d{4}-\d{2}(-\d{2})?$', TRUE) AND coalesce("workStartedOn" ~ '^\d{4}-\d{2}(-\d{2})?$', TRUE));
ALTER TABLE "Person" ADD CONSTRAINT "Person_name_check" CHECK (char_length("name") > 0);

-- The audit is written once: not even the owner of the tables changes it by accident.
CREATE FUNCTION "refuse_audit_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'AuditEvent is append-only'; END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION "refuse_audit_change"();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_audit_change"();
