-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "warn_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "submission_warn_at_idx" ON "submission"("warn_at");

-- Drafts that are under way already are warned of like others.
UPDATE "submission" SET "warn_at" = "deadline_at" - interval '8 days' WHERE "status" = 'draft';
