CREATE INDEX "Dispatch_committeeId_kind_id_idx" ON "Dispatch"("committeeId", "kind", "id" DESC);
