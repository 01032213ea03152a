-- CreateEnum
CREATE TYPE "RegistrationFormState" AS ENUM ('QUEUED', 'WRITING', 'DONE', 'CANCELLED', 'FAILED', 'EXPIRED');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "photoAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "PersonPhoto" (
    "personId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "photoCipher" BYTEA NOT NULL,
    "thumbCipher" BYTEA NOT NULL,

    CONSTRAINT "PersonPhoto_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "RegistrationFormBatch" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "filtersCipher" TEXT NOT NULL,
    "fullNumbers" BOOLEAN NOT NULL DEFAULT false,
    "state" "RegistrationFormState" NOT NULL DEFAULT 'QUEUED',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL,
    "fileCipher" BYTEA,
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stateAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegistrationFormBatch_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonPhoto_committeeId_idx" ON "PersonPhoto"("committeeId");

-- CreateIndex
CREATE INDEX "RegistrationFormBatch_committeeId_accountId_createdAt_idx" ON "RegistrationFormBatch"("committeeId", "accountId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "RegistrationFormBatch_state_stateAt_idx" ON "RegistrationFormBatch"("state", "stateAt");

-- AddForeignKey
ALTER TABLE "PersonPhoto" ADD CONSTRAINT "PersonPhoto_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A file lies there exactly while the batch is done and not yet expired.
ALTER TABLE "RegistrationFormBatch" ADD CONSTRAINT "RegistrationFormBatch_file_check" CHECK (("state" = 'DONE') = ("fileCipher" IS NOT NULL));
