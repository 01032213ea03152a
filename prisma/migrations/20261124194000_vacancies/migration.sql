-- Whoever left and was elected again in the same term has a mandate of its own: one at a time, not one per term
DROP INDEX "Delegate_termId_personId_key";
CREATE INDEX "Delegate_termId_personId_idx" ON "Delegate"("termId", "personId");
CREATE UNIQUE INDEX "Delegate_termId_personId_standing" ON "Delegate"("termId", "personId") WHERE status IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED');

-- A delegate who left keeps the own page for thirty days
ALTER TABLE "Grant" ADD COLUMN "endsOn" DATE;

-- CreateEnum
CREATE TYPE "VacancyState" AS ENUM ('OPEN', 'FILLED', 'CLOSED');

-- CreateTable
CREATE TABLE "Vacancy" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "delegationId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "openedOn" DATE NOT NULL,
    "state" "VacancyState" NOT NULL DEFAULT 'OPEN',
    "meeting" TEXT,
    "seats" INTEGER,
    "candidates" INTEGER,
    "filledById" UUID,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vacancy_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Vacancy_delegateId_key" ON "Vacancy"("delegateId");

-- CreateIndex
CREATE UNIQUE INDEX "Vacancy_filledById_key" ON "Vacancy"("filledById");

-- CreateIndex
CREATE INDEX "Vacancy_committeeId_termId_state_openedOn_id_idx" ON "Vacancy"("committeeId", "termId", "state", "openedOn", "id");

-- CreateIndex
CREATE INDEX "Vacancy_committeeId_unitId_state_idx" ON "Vacancy"("committeeId", "unitId", "state");

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_filledById_fkey" FOREIGN KEY ("filledById") REFERENCES "Delegate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever left before this table was there, in the present terms
INSERT INTO "Vacancy" (id, "committeeId", "termId", "unitId", "delegationId", "delegateId", "openedOn")
SELECT gen_random_uuid(), d."committeeId", d."termId", d."unitId", d."delegationId", d.id, s."effectiveOn"
FROM "Delegate" d
JOIN "Committee" c ON c."currentTermId" = d."termId"
JOIN LATERAL (SELECT max(e."effectiveOn") AS "effectiveOn" FROM "DelegateStatusEvent" e WHERE e."delegateId" = d.id) s ON true
WHERE d.status IN ('CEASED', 'TERMINATED', 'INVALID') AND s."effectiveOn" IS NOT NULL;
