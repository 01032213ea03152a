-- CreateTable
CREATE TABLE "Certificate" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "hours" DECIMAL(4,1) NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "issuedBy" TEXT NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "revokeReason" TEXT,
    "revokedBy" TEXT,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Certificate_committeeId_year_number_key" ON "Certificate"("committeeId", "year", "number");

-- CreateIndex
CREATE INDEX "Certificate_participationId_idx" ON "Certificate"("participationId");

-- One in force per person and activity; what was revoked stays with its number.
CREATE UNIQUE INDEX "Certificate_in_force" ON "Certificate"("participationId") WHERE "revokedAt" IS NULL;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateEnum
CREATE TYPE "TrainingTopic" AS ENUM ('CONSTITUTION', 'TENURE', 'ELECTION', 'LAW', 'DUTY', 'POLICY', 'OTHER');

-- CreateEnum
CREATE TYPE "TrainingForm" AS ENUM ('CLASS', 'MEETING', 'LECTURE', 'AWAY', 'ONLINE');

-- CreateTable
CREATE TABLE "TrainingPlanLine" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "topic" "TrainingTopic" NOT NULL,
    "form" "TrainingForm" NOT NULL,
    "title" TEXT NOT NULL,
    "hours" DECIMAL(4,1) NOT NULL,
    "people" INTEGER NOT NULL,
    "organiser" TEXT,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TrainingPlanLine_pkey" PRIMARY KEY ("id")
);

-- AlterTable
ALTER TABLE "Activity" ADD COLUMN "planLineId" UUID;

-- CreateIndex
CREATE INDEX "TrainingPlanLine_committeeId_year_month_id_idx" ON "TrainingPlanLine"("committeeId", "year", "month", "id");

-- CreateIndex
CREATE INDEX "Activity_planLineId_idx" ON "Activity"("planLineId");

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_planLineId_fkey" FOREIGN KEY ("planLineId") REFERENCES "TrainingPlanLine"("id") ON DELETE SET NULL ON UPDATE CASCADE;
