-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "mismatch_minor" BIGINT NOT NULL DEFAULT 0;
