-- CreateIndex
CREATE INDEX "provider_message_attempt_id_idx" ON "provider_message"("attempt_id");
