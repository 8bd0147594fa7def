-- AlterTable
ALTER TABLE "alarm" ADD COLUMN     "values" JSONB NOT NULL DEFAULT '{}';
