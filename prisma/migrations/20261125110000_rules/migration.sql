CREATE TYPE "RuleSettingState" AS ENUM ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'ENDED');

CREATE TABLE "RuleSetting" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" INTEGER,
    "unit" "RuleUnit" NOT NULL,
    "unitId" UUID,
    "fromOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "document" TEXT,
    "state" "RuleSettingState" NOT NULL,
    "enteredById" UUID,
    "enteredBy" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RuleSetting_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "RuleSetting_committeeId_key_fromOn_idx" ON "RuleSetting"("committeeId", "key", "fromOn" DESC);

ALTER TABLE "RuleSetting" ADD CONSTRAINT "RuleSetting_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Never two that begin on one day, and never two that wait, for the same rule and the same part of the committee.
CREATE UNIQUE INDEX "RuleSetting_in_force" ON "RuleSetting"("committeeId", "key", "unitId", "fromOn") NULLS NOT DISTINCT WHERE "state" = 'IN_FORCE';
CREATE UNIQUE INDEX "RuleSetting_proposed" ON "RuleSetting"("committeeId", "key", "unitId") NULLS NOT DISTINCT WHERE "state" = 'PROPOSED';
