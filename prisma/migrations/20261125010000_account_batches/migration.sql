-- CreateEnum
CREATE TYPE "AccountBatchKind" AS ENUM ('OPEN', 'RENEW');

-- CreateEnum
CREATE TYPE "AccountBatchState" AS ENUM ('QUEUED', 'WRITING', 'DONE', 'TAKEN', 'CANCELLED', 'FAILED', 'EXPIRED');

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "wantedRole" "Role",
ADD COLUMN     "wantedUnit" TEXT;

-- CreateTable
CREATE TABLE "AccountBatch" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "kind" "AccountBatchKind" NOT NULL,
    "delegateIds" UUID[],
    "state" "AccountBatchState" NOT NULL DEFAULT 'QUEUED',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "opened" INTEGER NOT NULL DEFAULT 0,
    "reused" INTEGER NOT NULL DEFAULT 0,
    "renewed" INTEGER NOT NULL DEFAULT 0,
    "skipped" JSONB,
    "fileCipher" BYTEA,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stateAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccountBatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AccountBatch_committeeId_accountId_createdAt_idx" ON "AccountBatch"("committeeId", "accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "AccountBatch_state_stateAt_idx" ON "AccountBatch"("state", "stateAt");

-- The slips lie there exactly while the batch is done and they were neither taken nor past their time.
ALTER TABLE "AccountBatch" ADD CONSTRAINT "AccountBatch_file_check" CHECK (("state" = 'DONE') = ("fileCipher" IS NOT NULL));

-- Whoever still waits for a role.
CREATE INDEX "Account_committeeId_wantedRole_idx" ON "Account"("committeeId", "wantedRole") WHERE "wantedRole" IS NOT NULL;
