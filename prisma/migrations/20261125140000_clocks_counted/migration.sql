-- Counting a million clocks must not read their rows: what is late by unit, and what is closed by how it ended.
CREATE INDEX "Deadline_overdue" ON "Deadline"("committeeId", "unitId", "rung") WHERE "state" = 'OVERDUE' AND "closedOn" IS NULL;
DROP INDEX "Deadline_closed";
CREATE INDEX "Deadline_closed" ON "Deadline"("committeeId", "closedOn" DESC, "id" DESC) INCLUDE ("state", "dueOn", "unitId", "act", "rung") WHERE "closedOn" IS NOT NULL;
