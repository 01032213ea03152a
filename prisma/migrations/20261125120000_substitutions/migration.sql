CREATE TYPE "SubstitutionState" AS ENUM ('WAITING', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'ENDED');

ALTER TABLE "Grant" ADD COLUMN "startsOn" DATE, ADD COLUMN "forAccountId" UUID, ADD COLUMN "forName" TEXT, ADD COLUMN "forGrantId" UUID;

CREATE TABLE "Substitution" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "grantId" UUID,
    "absentId" UUID NOT NULL,
    "absentName" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "scope" TEXT NOT NULL,
    "deputyId" UUID NOT NULL,
    "deputyName" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "toOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "SubstitutionState" NOT NULL,
    "seatId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Substitution_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Grant_forAccountId_idx" ON "Grant"("forAccountId");

CREATE INDEX "Grant_forGrantId_idx" ON "Grant"("forGrantId");

CREATE INDEX "Substitution_absentId_toOn_idx" ON "Substitution"("absentId", "toOn");

CREATE INDEX "Substitution_deputyId_toOn_idx" ON "Substitution"("deputyId", "toOn");

CREATE INDEX "Substitution_grantId_idx" ON "Substitution"("grantId");

CREATE INDEX "Substitution_seatId_idx" ON "Substitution"("seatId");

ALTER TABLE "Grant" ADD CONSTRAINT "Grant_forAccountId_fkey" FOREIGN KEY ("forAccountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Grant" ADD CONSTRAINT "Grant_forGrantId_fkey" FOREIGN KEY ("forGrantId") REFERENCES "Grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "Grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "Substitution" ADD CONSTRAINT "Substitution_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Grant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What waits for the security administrator, and only that.
CREATE INDEX "Substitution_waiting" ON "Substitution"("committeeId", "id") WHERE "state" = 'WAITING';

-- An account has a role in one place once as its own, and once more for each person it stands in for from a day.
DROP INDEX "Grant_accountId_role_committeeId_unitId_key";
CREATE UNIQUE INDEX "Grant_once" ON "Grant"("accountId", "role", "committeeId", "unitId", "forAccountId", "startsOn") NULLS NOT DISTINCT;

-- A seat lent to a deputy has all its facts, is never an administrator's or a delegate's, and ends.
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_seat_check" CHECK (("forAccountId" IS NULL AND "forName" IS NULL AND "forGrantId" IS NULL AND "startsOn" IS NULL)
  OR ("forAccountId" IS NOT NULL AND "forName" IS NOT NULL AND "forGrantId" IS NOT NULL AND "startsOn" IS NOT NULL AND "endsOn" >= "startsOn" AND "forAccountId" <> "accountId"
    AND "role" IN ('OFFICE', 'OFFICE_HEAD', 'UNIT_LIAISON', 'HANDLING_UNIT', 'SUPERVISOR')));
