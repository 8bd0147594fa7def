-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "fetched" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "attachment" ADD COLUMN     "tag" TEXT;
