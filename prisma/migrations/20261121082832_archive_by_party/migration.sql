-- CreateIndex
CREATE INDEX "archive_record_party_ids_idx" ON "archive_record" USING GIN ("party_ids");
