-- AlterTable
ALTER TABLE "person" ALTER COLUMN "language" DROP NOT NULL,
ALTER COLUMN "language" DROP DEFAULT;
