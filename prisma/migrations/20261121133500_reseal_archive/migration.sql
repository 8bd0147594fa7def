-- Files of the archive never change; what a sealed one is sealed with may, while `kvitt.resealing` is on in the transaction.
CREATE OR REPLACE FUNCTION archive_file_leaves_by_retention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT 1 FROM archive_record r JOIN submission_event e ON e.submission_id = r.submission_id
    WHERE r.reference = OLD.reference AND e.type = 'content.erased') THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND current_setting('kvitt.resealing', true) = 'on' AND OLD.sealed
    AND (NEW.reference, NEW.name, NEW.content_type, NEW.size_bytes, NEW.sha256, NEW.sealed)
      = (OLD.reference, OLD.name, OLD.content_type, OLD.size_bytes, OLD.sha256, OLD.sealed) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is written once', TG_TABLE_NAME;
END $$;
