-- What waits for somebody is few among many: each list of tasks has an index of its own.
CREATE INDEX "Duty_disputed_idx" ON "Duty"("committeeId") WHERE "disputedAt" IS NOT NULL AND "settledAt" IS NULL;
CREATE INDEX "Duty_behalf_rejected_idx" ON "Duty"("unitId") WHERE "state" = 'REJECTED' AND "origin" = 'BEHALF';
