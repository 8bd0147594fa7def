-- CreateIndex
CREATE INDEX "message_party_id_folder_read_at_idx" ON "message"("party_id", "folder", "read_at");
