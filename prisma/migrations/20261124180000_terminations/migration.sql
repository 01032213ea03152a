-- CreateEnum
CREATE TYPE "StatusCause" AS ENUM ('CRIMINAL_CUSTODY', 'DISCIPLINARY_CASE', 'MOVED_AWAY', 'PROBATION_OR_HEAVIER', 'MEMBERSHIP_STOPPED', 'NATIONALITY_LOST', 'RESIGNATION_ACCEPTED', 'POLITICAL_RIGHTS_LOST', 'DEATH', 'OTHER');

-- CreateEnum
CREATE TYPE "TerminationState" AS ENUM ('PROPOSED', 'DECIDED_YES', 'DECIDED_NO', 'FILED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "DelegateStatusEvent" ADD COLUMN     "cause" "StatusCause";

-- CreateTable
CREATE TABLE "TerminationCase" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "openFor" UUID,
    "cause" "StatusCause" NOT NULL,
    "state" "TerminationState" NOT NULL,
    "grounds" TEXT NOT NULL,
    "proposedBy" TEXT NOT NULL,
    "proposedOn" DATE NOT NULL,
    "decidedOn" DATE,
    "meeting" TEXT,
    "documentNo" TEXT,
    "effectiveOn" DATE,
    "note" TEXT,
    "filedOn" DATE,
    "filedWith" TEXT,
    "filingNo" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TerminationCase_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TerminationCase_openFor_key" ON "TerminationCase"("openFor");

-- CreateIndex
CREATE INDEX "TerminationCase_committeeId_state_proposedOn_id_idx" ON "TerminationCase"("committeeId", "state", "proposedOn" DESC, "id");

-- CreateIndex
CREATE INDEX "TerminationCase_committeeId_unitId_proposedOn_id_idx" ON "TerminationCase"("committeeId", "unitId", "proposedOn" DESC, "id");

-- CreateIndex
CREATE INDEX "TerminationCase_delegateId_idx" ON "TerminationCase"("delegateId");

-- AddForeignKey
ALTER TABLE "TerminationCase" ADD CONSTRAINT "TerminationCase_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TerminationCase" ADD CONSTRAINT "TerminationCase_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A case stands open for its delegate exactly until it is decided or withdrawn, so that there are never two.
ALTER TABLE "TerminationCase" ADD CONSTRAINT "TerminationCase_open_check" CHECK ("openFor" IS NOT DISTINCT FROM (CASE WHEN "state" = 'PROPOSED' THEN "delegateId" END));
ALTER TABLE "TerminationCase" ADD CONSTRAINT "TerminationCase_decided_check" CHECK (("state" IN ('DECIDED_YES', 'DECIDED_NO', 'FILED')) = ("decidedOn" IS NOT NULL));
ALTER TABLE "TerminationCase" ADD CONSTRAINT "TerminationCase_filed_check" CHECK (("state" = 'FILED') = ("filedOn" IS NOT NULL));
