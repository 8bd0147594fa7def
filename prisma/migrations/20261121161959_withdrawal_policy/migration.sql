-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "handling_begun_at" TIMESTAMPTZ(3);
