-- AlterTable
ALTER TABLE "archive_file" ADD COLUMN     "sealed" BOOLEAN NOT NULL DEFAULT false;

-- Documents of answers that may hold a fødselsnummer are sealed by lib/db/sealed-columns.ts, as one text. A write that went
-- past it is refused, whatever the code does. Rows from before are left alone until what they say is written again.
CREATE FUNCTION may_hold_personal_number(document jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_typeof(document) <> 'string' AND document::text ~ '[0-9]([ .-]?[0-9]){10}'
$$;
CREATE FUNCTION personal_numbers_are_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% would hold a personal number that is not sealed', TG_TABLE_NAME USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER "submission_answers_sealed" BEFORE INSERT OR UPDATE OF "answers" ON "submission"
  FOR EACH ROW WHEN (may_hold_personal_number(NEW."answers")) EXECUTE FUNCTION personal_numbers_are_sealed();
CREATE TRIGGER "submission_fetched_sealed" BEFORE INSERT OR UPDATE OF "fetched" ON "submission"
  FOR EACH ROW WHEN (may_hold_personal_number(NEW."fetched")) EXECUTE FUNCTION personal_numbers_are_sealed();
CREATE TRIGGER "payment_attempt_snapshot_sealed" BEFORE INSERT OR UPDATE OF "snapshot" ON "payment_attempt"
  FOR EACH ROW WHEN (may_hold_personal_number(NEW."snapshot")) EXECUTE FUNCTION personal_numbers_are_sealed();
