-- AlterTable
ALTER TABLE "payment_operation" ADD COLUMN     "lines" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "refunded_before_minor" BIGINT;
