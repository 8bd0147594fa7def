-- What the watchdog looks at every few seconds: cases and orders that came to their end lately.
CREATE INDEX "submission_ended_at_idx" ON "submission" ("updated_at") WHERE "status" IN ('withdrawn', 'expired');
CREATE INDEX "payment_order_voided_at_idx" ON "payment_order" ("voided_at") WHERE "voided_at" IS NOT NULL;
