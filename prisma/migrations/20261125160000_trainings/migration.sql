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
