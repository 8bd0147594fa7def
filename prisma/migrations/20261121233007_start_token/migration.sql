-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "start_key" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "submission_start_key_key" ON "submission"("start_key");
