-- CreateEnum
CREATE TYPE "StopKind" AS ENUM ('COMMUNITY', 'VILLAGE', 'ENTERPRISE', 'SCHOOL', 'AGENCY', 'OTHER');

-- CreateEnum
CREATE TYPE "FindingKind" AS ENUM ('RESULT', 'ISSUE', 'ADVICE');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'ADOPTED', 'FILED');

-- CreateTable
CREATE TABLE "Research" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "topic" TEXT,
    "groupId" UUID,
    "leaderId" UUID,
    "state" "ReportState" NOT NULL DEFAULT 'DRAFT',
    "reportTitle" TEXT,
    "reportText" TEXT,
    "writerName" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "submitterId" UUID,
    "submitterName" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewerName" TEXT,
    "reviewReason" TEXT,
    "adoptedBy" TEXT,
    "adoptionPaper" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "remarksOpen" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Research_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResearchStop" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "researchId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "StopKind" NOT NULL,
    "address" TEXT,
    "note" TEXT,

    CONSTRAINT "ResearchStop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "researchId" UUID NOT NULL,
    "stopId" UUID NOT NULL,
    "kind" "FindingKind" NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingPhoto" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "photoCipher" BYTEA NOT NULL,
    "thumbCipher" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ResearchRemark" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "researchId" UUID NOT NULL,
    "byName" TEXT NOT NULL,
    "writtenOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "enteredBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ResearchRemark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Research_activityId_key" ON "Research"("activityId");

-- CreateIndex
CREATE INDEX "Research_committeeId_state_submittedAt_idx" ON "Research"("committeeId", "state", "submittedAt");

-- CreateIndex
CREATE INDEX "Research_committeeId_publishedAt_idx" ON "Research"("committeeId", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Research_groupId_idx" ON "Research"("groupId");

-- CreateIndex
CREATE INDEX "Research_leaderId_idx" ON "Research"("leaderId");

-- CreateIndex
CREATE INDEX "ResearchStop_researchId_position_idx" ON "ResearchStop"("researchId", "position");

-- CreateIndex
CREATE INDEX "ResearchStop_committeeId_idx" ON "ResearchStop"("committeeId");

-- CreateIndex
CREATE INDEX "Finding_researchId_createdAt_idx" ON "Finding"("researchId", "createdAt");

-- CreateIndex
CREATE INDEX "Finding_stopId_idx" ON "Finding"("stopId");

-- CreateIndex
CREATE INDEX "Finding_committeeId_idx" ON "Finding"("committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "FindingPhoto_findingId_hash_key" ON "FindingPhoto"("findingId", "hash");

-- CreateIndex
CREATE INDEX "FindingPhoto_committeeId_idx" ON "FindingPhoto"("committeeId");

-- CreateIndex
CREATE INDEX "ResearchRemark_researchId_createdAt_idx" ON "ResearchRemark"("researchId", "createdAt");

-- CreateIndex
CREATE INDEX "ResearchRemark_committeeId_idx" ON "ResearchRemark"("committeeId");

-- AddForeignKey
ALTER TABLE "Research" ADD CONSTRAINT "Research_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Research" ADD CONSTRAINT "Research_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "DelegateGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Research" ADD CONSTRAINT "Research_leaderId_fkey" FOREIGN KEY ("leaderId") REFERENCES "Participation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResearchStop" ADD CONSTRAINT "ResearchStop_researchId_fkey" FOREIGN KEY ("researchId") REFERENCES "Research"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_researchId_fkey" FOREIGN KEY ("researchId") REFERENCES "Research"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_stopId_fkey" FOREIGN KEY ("stopId") REFERENCES "ResearchStop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingPhoto" ADD CONSTRAINT "FindingPhoto_findingId_fkey" FOREIGN KEY ("findingId") REFERENCES "Finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ResearchRemark" ADD CONSTRAINT "ResearchRemark_researchId_fkey" FOREIGN KEY ("researchId") REFERENCES "Research"("id") ON DELETE CASCADE ON UPDATE CASCADE;
