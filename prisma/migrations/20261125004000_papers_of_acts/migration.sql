-- CreateTable
CREATE TABLE "Paper" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "statusEventId" UUID,
    "terminationId" UUID,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "accountName" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Paper_one_act" CHECK (num_nonnulls("statusEventId", "terminationId") = 1)
);

-- CreateIndex
CREATE INDEX "Paper_statusEventId_idx" ON "Paper"("statusEventId");

-- CreateIndex
CREATE INDEX "Paper_terminationId_idx" ON "Paper"("terminationId");

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_statusEventId_fkey" FOREIGN KEY ("statusEventId") REFERENCES "DelegateStatusEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Paper" ADD CONSTRAINT "Paper_terminationId_fkey" FOREIGN KEY ("terminationId") REFERENCES "TerminationCase"("id") ON DELETE CASCADE ON UPDATE CASCADE;
