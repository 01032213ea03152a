-- AlterEnum
ALTER TYPE "UnitEvent" ADD VALUE 'MERGE';
ALTER TYPE "UnitEvent" ADD VALUE 'ABSORB';
ALTER TYPE "UnitEvent" ADD VALUE 'SPLIT';
ALTER TYPE "UnitEvent" ADD VALUE 'RECEIVE';

-- CreateEnum
CREATE TYPE "UnitImportState" AS ENUM ('CHECKED', 'DONE', 'CANCELLED');

-- CreateTable
CREATE TABLE "UnitImport" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "fileCipher" BYTEA,
    "rowsCipher" BYTEA,
    "state" "UnitImportState" NOT NULL DEFAULT 'CHECKED',
    "added" INTEGER NOT NULL DEFAULT 0,
    "adjusted" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnitImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "UnitImport_committeeId_createdAt_idx" ON "UnitImport"("committeeId", "createdAt" DESC);
