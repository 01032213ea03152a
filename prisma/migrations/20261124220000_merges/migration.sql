-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "idBirthMonth" CHAR(7),
ADD COLUMN     "idSex" CHAR(1);

-- CreateTable
CREATE TABLE "PersonMerge" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "keptId" UUID NOT NULL,
    "droppedId" UUID NOT NULL,
    "keptName" TEXT NOT NULL,
    "droppedName" TEXT NOT NULL,
    "moved" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "grounds" TEXT NOT NULL,
    "keptVersion" INTEGER NOT NULL,
    "beforeCipher" TEXT,
    "accountId" UUID,
    "accountName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PersonMerge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonDistinction" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "lowId" UUID NOT NULL,
    "highId" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "accountId" UUID,
    "accountName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PersonDistinction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PersonMerge_committeeId_createdAt_id_idx" ON "PersonMerge"("committeeId", "createdAt" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "PersonDistinction_lowId_highId_key" ON "PersonDistinction"("lowId", "highId");

-- CreateIndex
CREATE INDEX "PersonDistinction_highId_idx" ON "PersonDistinction"("highId");

-- CreateIndex
CREATE INDEX "PersonDistinction_committeeId_createdAt_id_idx" ON "PersonDistinction"("committeeId", "createdAt" DESC, "id");

-- CreateIndex
CREATE INDEX "Person_committeeId_birthMonth_idx" ON "Person"("committeeId", "birthMonth");

-- AddForeignKey
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_lowId_fkey" FOREIGN KEY ("lowId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_highId_fkey" FOREIGN KEY ("highId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One pair, one decision, whichever of the two was looked at first.
ALTER TABLE "PersonDistinction" ADD CONSTRAINT "PersonDistinction_order_check" CHECK ("lowId" < "highId");

-- The flawed rows and no others, for the data quality page; the conditions stand in lib/quality/flaw-sql.ts word for word.
CREATE INDEX "Person_sex_missing_idx" ON "Person"("committeeId", "id") WHERE "sex" IS NULL;
CREATE INDEX "Person_joined_missing_idx" ON "Person"("committeeId", "id") WHERE "joinedPartyOn" IS NULL;
CREATE INDEX "Person_id_birth_differs_idx" ON "Person"("committeeId", "id") WHERE "idBirthMonth" <> "birthMonth";
CREATE INDEX "Person_id_sex_differs_idx" ON "Person"("committeeId", "id") WHERE "idSex" <> "sex";
CREATE INDEX "Person_joined_minor_idx" ON "Person"("committeeId", "id") WHERE left("joinedPartyOn", 7) < ((left("birthMonth", 4)::int + 18)::text || right("birthMonth", 3));
CREATE INDEX "Delegate_category_missing_idx" ON "Delegate"("committeeId", "termId", "strokeKey", "id", "status") WHERE "primaryCategory" IS NULL;
CREATE INDEX "Delegate_education_missing_idx" ON "Delegate"("committeeId", "termId", "strokeKey", "id", "status") WHERE "education" IS NULL;
CREATE INDEX "Delegate_position_missing_idx" ON "Delegate"("committeeId", "termId", "strokeKey", "id", "status") WHERE "position" IS NULL;
CREATE INDEX "Delegate_elected_idx" ON "Delegate"("committeeId", "termId", "electedOn") WHERE "electedOn" IS NOT NULL;
CREATE INDEX "Person_card_unread_idx" ON "Person"("id") WHERE "idNumberCipher" IS NOT NULL AND "idBirthMonth" IS NULL;
