-- CreateTable
CREATE TABLE "AttendanceImport" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "activityId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "rowsCipher" BYTEA,
    "written" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttendanceImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AttendanceImport_activityId_createdAt_idx" ON "AttendanceImport"("activityId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "AttendanceImport_committeeId_idx" ON "AttendanceImport"("committeeId");

-- AddForeignKey
ALTER TABLE "AttendanceImport" ADD CONSTRAINT "AttendanceImport_activityId_fkey" FOREIGN KEY ("activityId") REFERENCES "Activity"("id") ON DELETE CASCADE ON UPDATE CASCADE;
