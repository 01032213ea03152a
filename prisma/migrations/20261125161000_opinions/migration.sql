-- CreateEnum
CREATE TYPE "OpinionKind" AS ENUM ('OPINION', 'SUGGESTION');

-- CreateEnum
CREATE TYPE "OpinionState" AS ENUM ('SUBMITTED', 'HANDED', 'ANSWERED', 'RELEASED', 'CLOSED', 'FILED', 'WITHDRAWN');

-- AlterTable
ALTER TABLE "Participation" ADD COLUMN     "substituteForId" UUID;

-- CreateTable
CREATE TABLE "Opinion" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "delegateId" UUID,
    "unitId" UUID,
    "kind" "OpinionKind" NOT NULL,
    "state" "OpinionState" NOT NULL DEFAULT 'SUBMITTED',
    "content" TEXT NOT NULL,
    "paper" BOOLEAN NOT NULL DEFAULT false,
    "clientKey" UUID,
    "authorName" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "targetId" UUID,
    "handedTo" TEXT,
    "handedAt" TIMESTAMPTZ(3),
    "handNote" TEXT,
    "answer" TEXT,
    "answeredOn" DATE,
    "answeredBy" TEXT,
    "backReason" TEXT,
    "releasedAt" TIMESTAMPTZ(3),
    "askedAgainAt" TIMESTAMPTZ(3),
    "againReason" TEXT,
    "earlierAnswer" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "fileReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Opinion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Opinion_committeeId_submittedAt_id_idx" ON "Opinion"("committeeId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Opinion_committeeId_state_submittedAt_id_idx" ON "Opinion"("committeeId", "state", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Opinion_activityId_state_idx" ON "Opinion"("activityId", "state");

-- CreateIndex
CREATE INDEX "Opinion_targetId_submittedAt_id_idx" ON "Opinion"("targetId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Opinion_delegateId_submittedAt_id_idx" ON "Opinion"("delegateId", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Opinion_unitId_idx" ON "Opinion"("unitId");

-- CreateIndex
CREATE INDEX "Opinion_termId_idx" ON "Opinion"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_committeeId_clientKey_key" ON "Opinion"("committeeId", "clientKey");

-- CreateIndex
CREATE INDEX "Participation_substituteForId_idx" ON "Participation"("substituteForId");

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_substituteForId_fkey" FOREIGN KEY ("substituteForId") REFERENCES "Participation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
