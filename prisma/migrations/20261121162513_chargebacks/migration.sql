-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "charged_back_minor" BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_charged_back" CHECK (
  "charged_back_minor" >= 0 AND "charged_back_minor" <= "captured_minor");
