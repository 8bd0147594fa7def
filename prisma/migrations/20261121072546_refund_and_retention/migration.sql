-- DropIndex
DROP INDEX "receipt_submission_id_series_key";

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "erase_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "receipt" ADD COLUMN     "credits" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "submission_erase_at_idx" ON "submission"("erase_at");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_submission_id_series_credits_key" ON "receipt"("submission_id", "series", "credits");

-- Files of the archive leave by retention only, and retention has said so in the history of the case first. They never change.
CREATE FUNCTION archive_file_leaves_by_retention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT 1 FROM archive_record r JOIN submission_event e ON e.submission_id = r.submission_id
    WHERE r.reference = OLD.reference AND e.type = 'content.erased') THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is written once', TG_TABLE_NAME;
END $$;
DROP TRIGGER "archive_file_written_once" ON "archive_file";
CREATE TRIGGER "archive_file_written_once" BEFORE UPDATE OR DELETE ON "archive_file"
  FOR EACH ROW EXECUTE FUNCTION archive_file_leaves_by_retention();
