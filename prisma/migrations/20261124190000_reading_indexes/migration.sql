-- Who is present in a term, code by code
CREATE INDEX "Person_committeeId_ethnicity_idx" ON "Person"("committeeId", "ethnicity");

-- The register in its order, and how many stand on it, from the index alone
CREATE INDEX "Delegate_committeeId_termId_strokeKey_id_status_idx" ON "Delegate"("committeeId", "termId", "strokeKey", "id", "status");
DROP INDEX "Delegate_committeeId_termId_strokeKey_id_idx";
