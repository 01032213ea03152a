-- CreateEnum
CREATE TYPE "ContactKind" AS ENUM ('BRANCH', 'MEMBER', 'HOUSEHOLD');

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "kind" "ContactKind" NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT,
    "since" DATE NOT NULL,
    "endedOn" DATE,
    "endReason" TEXT,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DutyContact" (
    "committeeId" UUID NOT NULL,
    "dutyId" UUID NOT NULL,
    "contactId" UUID NOT NULL,

    CONSTRAINT "DutyContact_pkey" PRIMARY KEY ("dutyId","contactId")
);

-- CreateIndex
CREATE INDEX "Contact_delegateId_since_idx" ON "Contact"("delegateId", "since");

-- CreateIndex
CREATE INDEX "Contact_committeeId_termId_endedOn_idx" ON "Contact"("committeeId", "termId", "endedOn");

-- CreateIndex
CREATE INDEX "Contact_termId_idx" ON "Contact"("termId");

-- CreateIndex
CREATE INDEX "DutyContact_contactId_idx" ON "DutyContact"("contactId");

-- CreateIndex
CREATE INDEX "DutyContact_committeeId_idx" ON "DutyContact"("committeeId");

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyContact" ADD CONSTRAINT "DutyContact_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "Duty"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DutyContact" ADD CONSTRAINT "DutyContact_contactId_fkey" FOREIGN KEY ("contactId") REFERENCES "Contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One contact of a name at a time.
CREATE UNIQUE INDEX "Contact_delegateId_kind_name_key" ON "Contact"("delegateId", "kind", "name") WHERE "endedOn" IS NULL;
