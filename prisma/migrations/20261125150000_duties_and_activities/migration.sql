-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('CONGRESS', 'TRAINING', 'MEETING', 'EVALUATION', 'RESEARCH', 'GROUP', 'VOLUNTEER', 'OTHER');

-- CreateEnum
CREATE TYPE "ActivityState" AS ENUM ('DRAFT', 'PUBLISHED', 'HELD', 'ARCHIVED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "ActivityEntry" AS ENUM ('INVITATION', 'ENROLMENT', 'OBLIGATION');

-- CreateEnum
CREATE TYPE "ParticipationState" AS ENUM ('INVITED', 'ACCEPTED', 'WAITLISTED', 'DECLINED', 'NO_RESPONSE', 'LEAVE_REQUESTED', 'LEAVE_GRANTED', 'WITHDRAWN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AttendanceMark" AS ENUM ('PRESENT', 'LATE', 'LEAVE', 'OFFICIAL', 'ABSENT');

-- CreateEnum
CREATE TYPE "AttendanceWay" AS ENUM ('QR', 'CODE', 'HAND', 'IMPORT');

-- CreateEnum
CREATE TYPE "GuestKind" AS ENUM ('DEPUTY', 'CPPCC_MEMBER', 'EXPERT', 'MASSES', 'OTHER');

-- CreateEnum
CREATE TYPE "DutyKind" AS ENUM ('CONGRESS', 'TRAINING', 'MEETING', 'EVALUATION', 'RESEARCH', 'CONTACT', 'RECEPTION', 'MEDIATION', 'VOLUNTEER', 'HARDSHIP_VISIT', 'PROPOSAL', 'PUBLICITY', 'INQUIRY', 'ANNUAL_REPORT', 'OTHER');

-- CreateEnum
CREATE TYPE "DutyState" AS ENUM ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'REVOKED');

-- CreateEnum
CREATE TYPE "DutyOrigin" AS ENUM ('OWN', 'BEHALF', 'ACTIVITY', 'IMPORT');

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "state" "ActivityState" NOT NULL DEFAULT 'DRAFT',
    "entry" "ActivityEntry" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "agenda" TEXT,
    "place" TEXT NOT NULL,
    "contact" TEXT,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER,
    "replyBy" TIMESTAMPTZ(3),
    "lateAfter" INTEGER NOT NULL DEFAULT 15,
    "copiedFromId" UUID,
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "heldAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivitySession" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT,
    "speaker" TEXT,
    "place" TEXT,
    "hours" DECIMAL(3,1) NOT NULL DEFAULT 0,
    "signOut" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ActivitySession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "state" "ParticipationState" NOT NULL,
    "waitingSince" TIMESTAMPTZ(6),
    "repliedAt" TIMESTAMPTZ(3),
    "replyReason" TEXT,
    "repliedBy" TEXT,
    "leaveReason" TEXT,
    "leaveDecidedAt" TIMESTAMPTZ(3),
    "leaveDecidedBy" TEXT,
    "leaveNote" TEXT,
    "hours" DECIMAL(4,1),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "mark" "AttendanceMark" NOT NULL,
    "leftEarly" BOOLEAN NOT NULL DEFAULT false,
    "signedAt" TIMESTAMPTZ(3),
    "signedOutAt" TIMESTAMPTZ(3),
    "way" "AttendanceWay" NOT NULL,
    "reason" TEXT,
    "enteredBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityGuest" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "GuestKind" NOT NULL,
    "organization" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActivityGuest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityFile" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "accountName" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActivityFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActivityFileRead" (
    "fileId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ActivityFileRead_pkey" PRIMARY KEY ("fileId","delegateId")
);

-- CreateTable
CREATE TABLE "Duty" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "DutyKind" NOT NULL,
    "state" "DutyState" NOT NULL DEFAULT 'DRAFT',
    "origin" "DutyOrigin" NOT NULL,
    "title" TEXT NOT NULL,
    "heldOn" DATE NOT NULL,
    "hours" DECIMAL(4,1),
    "reached" INTEGER,
    "place" TEXT,
    "content" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "evidence" TEXT,
    "lateReason" TEXT,
    "activityId" UUID,
    "sourceKey" TEXT,
    "clientKey" UUID,
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewerId" UUID,
    "reviewerName" TEXT,
    "reviewNote" TEXT,
    "disputedAt" TIMESTAMPTZ(3),
    "dispute" TEXT,
    "disputeReply" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyPhoto" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "dutyId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "photoCipher" BYTEA NOT NULL,
    "thumbCipher" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DutyPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Activity_committeeId_startsAt_id_idx" ON "Activity"("committeeId", "startsAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_committeeId_state_startsAt_id_idx" ON "Activity"("committeeId", "state", "startsAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_committeeId_kind_startsAt_id_idx" ON "Activity"("committeeId", "kind", "startsAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_unitId_startsAt_id_idx" ON "Activity"("unitId", "startsAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_termId_idx" ON "Activity"("termId");

-- CreateIndex
CREATE INDEX "ActivitySession_committeeId_startsAt_idx" ON "ActivitySession"("committeeId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "ActivitySession_activityId_position_key" ON "ActivitySession"("activityId", "position");

-- CreateIndex
CREATE INDEX "Participation_delegateId_state_idx" ON "Participation"("delegateId", "state");

-- CreateIndex
CREATE INDEX "Participation_activityId_state_waitingSince_id_idx" ON "Participation"("activityId", "state", "waitingSince", "id");

-- CreateIndex
CREATE INDEX "Participation_unitId_idx" ON "Participation"("unitId");

-- CreateIndex
CREATE INDEX "Participation_committeeId_idx" ON "Participation"("committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_activityId_delegateId_key" ON "Participation"("activityId", "delegateId");

-- CreateIndex
CREATE INDEX "Attendance_activityId_idx" ON "Attendance"("activityId");

-- CreateIndex
CREATE INDEX "Attendance_delegateId_idx" ON "Attendance"("delegateId");

-- CreateIndex
CREATE INDEX "Attendance_participationId_idx" ON "Attendance"("participationId");

-- CreateIndex
CREATE INDEX "Attendance_committeeId_idx" ON "Attendance"("committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_sessionId_participationId_key" ON "Attendance"("sessionId", "participationId");

-- CreateIndex
CREATE INDEX "ActivityGuest_activityId_idx" ON "ActivityGuest"("activityId");

-- CreateIndex
CREATE INDEX "ActivityGuest_committeeId_idx" ON "ActivityGuest"("committeeId");

-- CreateIndex
CREATE INDEX "ActivityFile_activityId_idx" ON "ActivityFile"("activityId");

-- CreateIndex
CREATE INDEX "ActivityFile_committeeId_idx" ON "ActivityFile"("committeeId");

-- CreateIndex
CREATE INDEX "ActivityFileRead_delegateId_idx" ON "ActivityFileRead"("delegateId");

-- CreateIndex
CREATE INDEX "ActivityFileRead_committeeId_idx" ON "ActivityFileRead"("committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "Duty_sourceKey_key" ON "Duty"("sourceKey");

-- CreateIndex
CREATE INDEX "Duty_committeeId_heldOn_id_idx" ON "Duty"("committeeId", "heldOn" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Duty_committeeId_kind_heldOn_id_idx" ON "Duty"("committeeId", "kind", "heldOn" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Duty_committeeId_state_heldOn_id_idx" ON "Duty"("committeeId", "state", "heldOn" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Duty_unitId_heldOn_id_idx" ON "Duty"("unitId", "heldOn" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Duty_delegateId_heldOn_id_idx" ON "Duty"("delegateId", "heldOn" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Duty_activityId_idx" ON "Duty"("activityId");

-- CreateIndex
CREATE INDEX "Duty_termId_idx" ON "Duty"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "Duty_delegateId_clientKey_key" ON "Duty"("delegateId", "clientKey");

-- CreateIndex
CREATE INDEX "DutyPhoto_committeeId_idx" ON "DutyPhoto"("committeeId");

-- CreateIndex
CREATE UNIQUE INDEX "DutyPhoto_dutyId_hash_key" ON "DutyPhoto"("dutyId", "hash");

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivitySession" ADD CONSTRAINT "ActivitySession_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ActivitySession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityGuest" ADD CONSTRAINT "ActivityGuest_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityFile" ADD CONSTRAINT "ActivityFile_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityFileRead" ADD CONSTRAINT "ActivityFileRead_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "ActivityFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActivityFileRead" ADD CONSTRAINT "ActivityFileRead_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyPhoto" ADD CONSTRAINT "DutyPhoto_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "Duty"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What no program may write, whoever it is
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_figures_check" CHECK (coalesce("hours" > 0, TRUE) AND coalesce("reached" >= 0, TRUE));
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_source_check" CHECK (("origin" = 'ACTIVITY') = ("sourceKey" IS NOT NULL));
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_times_check" CHECK ("startsAt" < "endsAt");
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_capacity_check" CHECK (coalesce("capacity" > 0, TRUE));
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_cancelled_check" CHECK (("state" = 'CANCELLED') = ("cancelledAt" IS NOT NULL));
ALTER TABLE "ActivitySession" ADD CONSTRAINT "ActivitySession_times_check" CHECK ("startsAt" < "endsAt" AND "hours" >= 0);
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_waiting_check" CHECK (("state" = 'WAITLISTED') = ("waitingSince" IS NOT NULL));
