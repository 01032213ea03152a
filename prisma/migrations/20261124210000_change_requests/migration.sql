-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('SUBMITTED', 'CONFIRMED', 'RETURNED', 'APPROVED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ConsentField" AS ENUM ('MOBILE', 'OFFICE_PHONE', 'PHOTO');

-- CreateTable
CREATE TABLE "CorrectionRequest" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'SUBMITTED',
    "reason" TEXT NOT NULL,
    "note" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrectionRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionField" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "openFor" TEXT,
    "oldCipher" TEXT,
    "newCipher" TEXT,

    CONSTRAINT "CorrectionField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CorrectionProof" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "requestId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrectionProof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OwnConfirmation" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OwnConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicConsent" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "field" "ConsentField" NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublicConsent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CorrectionRequest_committeeId_state_submittedAt_id_idx" ON "CorrectionRequest"("committeeId", "state", "submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "CorrectionRequest_delegateId_id_idx" ON "CorrectionRequest"("delegateId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionField_openFor_key" ON "CorrectionField"("openFor");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionField_requestId_field_key" ON "CorrectionField"("requestId", "field");

-- CreateIndex
CREATE UNIQUE INDEX "CorrectionProof_requestId_key" ON "CorrectionProof"("requestId");

-- CreateIndex
CREATE UNIQUE INDEX "OwnConfirmation_delegateId_year_key" ON "OwnConfirmation"("delegateId", "year");

-- CreateIndex
CREATE UNIQUE INDEX "PublicConsent_delegateId_field_key" ON "PublicConsent"("delegateId", "field");

-- AddForeignKey
ALTER TABLE "CorrectionRequest" ADD CONSTRAINT "CorrectionRequest_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionField" ADD CONSTRAINT "CorrectionField_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "CorrectionRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectionProof" ADD CONSTRAINT "CorrectionProof_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "CorrectionRequest"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnConfirmation" ADD CONSTRAINT "OwnConfirmation_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicConsent" ADD CONSTRAINT "PublicConsent_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
