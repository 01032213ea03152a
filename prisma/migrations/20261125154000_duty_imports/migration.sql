-- CreateEnum
CREATE TYPE "DutyImportState" AS ENUM ('CHECKED', 'DONE', 'CANCELLED', 'UNDONE');

-- AlterTable
ALTER TABLE "Duty" ADD COLUMN     "importId" UUID;

-- CreateTable
CREATE TABLE "DutyImport" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "fileCipher" BYTEA,
    "rowsCipher" BYTEA,
    "state" "DutyImportState" NOT NULL DEFAULT 'CHECKED',
    "added" INTEGER NOT NULL DEFAULT 0,
    "same" INTEGER NOT NULL DEFAULT 0,
    "left" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "DutyImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DutyImport_committeeId_createdAt_idx" ON "DutyImport"("committeeId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Duty_importId_idx" ON "Duty"("importId");

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_importId_fkey" FOREIGN KEY ("importId") REFERENCES "DutyImport"("id") ON DELETE SET NULL ON UPDATE CASCADE;


