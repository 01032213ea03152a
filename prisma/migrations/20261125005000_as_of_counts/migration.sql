-- The status of a day is read from the index alone
DROP INDEX "DelegateStatusEvent_committeeId_delegateId_effectiveOn_idx";
CREATE INDEX "DelegateStatusEvent_status_of_day_idx" ON "DelegateStatusEvent"("committeeId", "delegateId", "effectiveOn", "untilOn", "toStatus");

-- Who stood in a place on a day, from the rows that were kept
CREATE INDEX "DelegatePast_delegationId_untilOn_idx" ON "DelegatePast"("delegationId", "untilOn");
CREATE INDEX "DelegatePast_unitId_untilOn_idx" ON "DelegatePast"("unitId", "untilOn");
