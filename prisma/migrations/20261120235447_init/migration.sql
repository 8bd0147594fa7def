-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Environment" AS ENUM ('live', 'test');

-- CreateEnum
CREATE TYPE "SubmissionStatus" AS ENUM ('draft', 'issued', 'awaiting_payment', 'awaiting_signature', 'completed', 'withdrawn', 'expired');

-- CreateEnum
CREATE TYPE "AttemptStatus" AS ENUM ('created', 'pending', 'authorized', 'captured', 'partially_refunded', 'refunded', 'failed', 'cancelled', 'expired', 'voided');

-- CreateEnum
CREATE TYPE "OperationKind" AS ENUM ('create', 'capture', 'cancel', 'refund');

-- CreateEnum
CREATE TYPE "OperationStatus" AS ENUM ('intent', 'sent', 'done', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "OrderKind" AS ENUM ('original', 'supplement', 'credit');

-- CreateTable
CREATE TABLE "owner" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "org_number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "email" TEXT NOT NULL,

    CONSTRAINT "owner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "slug" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_version" (
    "id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_agreement" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "endpoint_token" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,

    CONSTRAINT "payment_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "pid_sealed" TEXT NOT NULL,
    "pid_hmac" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nb',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "acr" TEXT NOT NULL,
    "auth_time" TIMESTAMPTZ(3) NOT NULL,
    "sid" TEXT,
    "acting_party_id" UUID,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "org_number" TEXT,
    "name" TEXT NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_role" (
    "person_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "roles" TEXT[],
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "party_role_pkey" PRIMARY KEY ("person_id","party_id")
);

-- CreateTable
CREATE TABLE "step_up" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "code_verifier" TEXT NOT NULL,
    "acr_asked" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "acr" TEXT,
    "auth_time" TIMESTAMPTZ(3),
    "proved_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "step_up_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "service_version_id" UUID NOT NULL,
    "status" "SubmissionStatus" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "previous_id" UUID,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "answers_version" INTEGER NOT NULL DEFAULT 0,
    "content_hash" TEXT,
    "seq" INTEGER NOT NULL DEFAULT 0,
    "reference" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "paid_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "deadline_at" TIMESTAMPTZ(3),
    "due_date" TEXT,
    "kid" TEXT,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_party" (
    "submission_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "case_party_pkey" PRIMARY KEY ("submission_id","party_id","role")
);

-- CreateTable
CREATE TABLE "submission_event" (
    "submission_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,

    CONSTRAINT "submission_event_pkey" PRIMARY KEY ("submission_id","seq")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "component_id" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_order" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "submission_id" UUID NOT NULL,
    "kind" "OrderKind" NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "currency" TEXT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "vat_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "price_date" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "attempt_id" UUID,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "order_id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "status" "AttemptStatus" NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "capture" TEXT NOT NULL,
    "snapshot" JSONB NOT NULL,
    "snapshot_hash" TEXT NOT NULL,
    "provider_payment_id" TEXT,
    "redirect_url" TEXT,
    "message_secret" TEXT NOT NULL,
    "authorized_minor" BIGINT NOT NULL DEFAULT 0,
    "captured_minor" BIGINT NOT NULL DEFAULT 0,
    "refunded_minor" BIGINT NOT NULL DEFAULT 0,
    "method" TEXT,
    "masked_card" TEXT,
    "failure" TEXT,
    "unknown_since" TIMESTAMPTZ(3),
    "problem" TEXT,
    "next_check_at" TIMESTAMPTZ(3),
    "checks" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_operation" (
    "id" UUID NOT NULL,
    "attempt_id" UUID NOT NULL,
    "kind" "OperationKind" NOT NULL,
    "status" "OperationStatus" NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "reason" TEXT,
    "provider_operation_id" TEXT,
    "error_code" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_operation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provider_message" (
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "attempt_id" UUID,
    "dedupe_key" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "provider_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" UUID NOT NULL,
    "transaction_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "currency" TEXT NOT NULL,
    "attempt_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signature_request" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "party_id" UUID NOT NULL,
    "acr" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "person_id" UUID,
    "signed_by_name" TEXT,
    "signed_acr" TEXT,
    "auth_time" TIMESTAMPTZ(3),
    "seal" TEXT,

    CONSTRAINT "signature_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signing_key" (
    "kid" TEXT NOT NULL,
    "public_jwk" JSONB NOT NULL,
    "private_jwk" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "signing_key_pkey" PRIMARY KEY ("kid")
);

-- CreateTable
CREATE TABLE "number_series" (
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("owner_id","environment","series","year")
);

-- CreateTable
CREATE TABLE "receipt" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "series" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "submission_id" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "archive_record" (
    "reference" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "party_ids" UUID[],
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "manifest" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "archive_record_pkey" PRIMARY KEY ("reference")
);

-- CreateTable
CREATE TABLE "archive_file" (
    "reference" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "archive_file_pkey" PRIMARY KEY ("reference","name")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "submission_id" UUID,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "folder" TEXT NOT NULL DEFAULT 'inbox',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_attachment" (
    "id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "message_attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "message_id" UUID,
    "dedupe_key" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alarm" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "dedupe_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "submission_id" UUID,
    "attempt_id" UUID,
    "detail" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_heartbeat" (
    "worker_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_heartbeat_pkey" PRIMARY KEY ("worker_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "owner_slug_key" ON "owner"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_environment_slug_key" ON "service"("environment", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "service_id_owner_id_environment_key" ON "service"("id", "owner_id", "environment");

-- CreateIndex
CREATE UNIQUE INDEX "service_version_service_id_version_key" ON "service_version"("service_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "service_version_id_owner_id_environment_key" ON "service_version"("id", "owner_id", "environment");

-- CreateIndex
CREATE UNIQUE INDEX "payment_agreement_endpoint_token_key" ON "payment_agreement"("endpoint_token");

-- CreateIndex
CREATE UNIQUE INDEX "payment_agreement_owner_id_environment_name_key" ON "payment_agreement"("owner_id", "environment", "name");

-- CreateIndex
CREATE UNIQUE INDEX "payment_agreement_id_owner_id_environment_key" ON "payment_agreement"("id", "owner_id", "environment");

-- CreateIndex
CREATE UNIQUE INDEX "person_pid_hmac_key" ON "person"("pid_hmac");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_sid_idx" ON "session"("sid");

-- CreateIndex
CREATE UNIQUE INDEX "party_person_id_key" ON "party"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_org_number_key" ON "party"("org_number");

-- CreateIndex
CREATE UNIQUE INDEX "step_up_state_key" ON "step_up"("state");

-- CreateIndex
CREATE UNIQUE INDEX "submission_reference_key" ON "submission"("reference");

-- CreateIndex
CREATE INDEX "submission_status_deadline_at_idx" ON "submission"("status", "deadline_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_id_owner_id_environment_key" ON "submission"("id", "owner_id", "environment");

-- CreateIndex
CREATE INDEX "case_party_party_id_submission_id_idx" ON "case_party"("party_id", "submission_id");

-- CreateIndex
CREATE INDEX "attachment_submission_id_idx" ON "attachment"("submission_id");

-- CreateIndex
CREATE INDEX "payment_order_submission_id_idx" ON "payment_order"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_id_owner_id_environment_key" ON "payment_order"("id", "owner_id", "environment");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_order_id_attempt_id_kind_key" ON "allocation"("order_id", "attempt_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_reference_key" ON "payment_attempt"("reference");

-- CreateIndex
CREATE INDEX "payment_attempt_next_check_at_idx" ON "payment_attempt"("next_check_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_id_owner_id_environment_key" ON "payment_attempt"("id", "owner_id", "environment");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_agreement_id_provider_payment_id_key" ON "payment_attempt"("agreement_id", "provider_payment_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_operation_idempotency_key_key" ON "payment_operation"("idempotency_key");

-- CreateIndex
CREATE INDEX "payment_operation_attempt_id_idx" ON "payment_operation"("attempt_id");

-- CreateIndex
CREATE INDEX "payment_operation_status_next_try_at_idx" ON "payment_operation"("status", "next_try_at");

-- CreateIndex
CREATE UNIQUE INDEX "provider_message_agreement_id_dedupe_key_key" ON "provider_message"("agreement_id", "dedupe_key");

-- CreateIndex
CREATE INDEX "ledger_entry_attempt_id_idx" ON "ledger_entry"("attempt_id");

-- CreateIndex
CREATE INDEX "ledger_entry_owner_id_environment_currency_account_idx" ON "ledger_entry"("owner_id", "environment", "currency", "account");

-- CreateIndex
CREATE INDEX "signature_request_submission_id_idx" ON "signature_request"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_owner_id_environment_series_year_number_key" ON "receipt"("owner_id", "environment", "series", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_submission_id_series_key" ON "receipt"("submission_id", "series");

-- CreateIndex
CREATE UNIQUE INDEX "archive_record_submission_id_key" ON "archive_record"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_dedupe_key_key" ON "message"("dedupe_key");

-- CreateIndex
CREATE INDEX "message_party_id_folder_created_at_id_idx" ON "message"("party_id", "folder", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "message_attachment_message_id_idx" ON "message_attachment"("message_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_dedupe_key_key" ON "notification"("dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "alarm_dedupe_key_key" ON "alarm"("dedupe_key");

-- CreateIndex
CREATE INDEX "alarm_owner_id_closed_at_idx" ON "alarm"("owner_id", "closed_at");

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_version" ADD CONSTRAINT "service_version_service_id_owner_id_environment_fkey" FOREIGN KEY ("service_id", "owner_id", "environment") REFERENCES "service"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_agreement" ADD CONSTRAINT "payment_agreement_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_service_version_id_owner_id_environment_fkey" FOREIGN KEY ("service_version_id", "owner_id", "environment") REFERENCES "service_version"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_party" ADD CONSTRAINT "case_party_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission_event" ADD CONSTRAINT "submission_event_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_submission_id_owner_id_environment_fkey" FOREIGN KEY ("submission_id", "owner_id", "environment") REFERENCES "submission"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "payment_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "payment_attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_order_id_owner_id_environment_fkey" FOREIGN KEY ("order_id", "owner_id", "environment") REFERENCES "payment_order"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_agreement_id_owner_id_environment_fkey" FOREIGN KEY ("agreement_id", "owner_id", "environment") REFERENCES "payment_agreement"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_operation" ADD CONSTRAINT "payment_operation_attempt_id_fkey" FOREIGN KEY ("attempt_id") REFERENCES "payment_attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signature_request" ADD CONSTRAINT "signature_request_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_submission_id_owner_id_environment_fkey" FOREIGN KEY ("submission_id", "owner_id", "environment") REFERENCES "submission"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "archive_file" ADD CONSTRAINT "archive_file_reference_fkey" FOREIGN KEY ("reference") REFERENCES "archive_record"("reference") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_attachment" ADD CONSTRAINT "message_attachment_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rule 8: one active attempt per order, enforced here and nowhere else.
CREATE UNIQUE INDEX "payment_attempt_one_active" ON "payment_attempt" ("order_id") WHERE "status" IN ('created', 'pending', 'authorized');
-- One order of a submission is in force at a time.
CREATE UNIQUE INDEX "payment_order_one_in_force" ON "payment_order" ("submission_id") WHERE "voided_at" IS NULL AND "kind" = 'original';

-- Amounts that no bug may ever store.
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_amounts" CHECK (
  "amount_minor" > 0 AND "authorized_minor" >= 0 AND "captured_minor" >= 0 AND "refunded_minor" >= 0 AND "refunded_minor" <= "captured_minor");
ALTER TABLE "payment_order" ADD CONSTRAINT "payment_order_sum" CHECK ("net_minor" + "vat_minor" = "total_minor");

-- Tenancy: what has an owner and an environment stays with that owner and environment.
ALTER TABLE "archive_record" ADD CONSTRAINT "archive_record_owner_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner" ("id");
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_attempt_fkey"
  FOREIGN KEY ("attempt_id", "owner_id", "environment") REFERENCES "payment_attempt" ("id", "owner_id", "environment");
ALTER TABLE "provider_message" ADD CONSTRAINT "provider_message_agreement_fkey" FOREIGN KEY ("agreement_id") REFERENCES "payment_agreement" ("id");
ALTER TABLE "case_party" ADD CONSTRAINT "case_party_party_fkey" FOREIGN KEY ("party_id") REFERENCES "party" ("id");
ALTER TABLE "message" ADD CONSTRAINT "message_party_fkey" FOREIGN KEY ("party_id") REFERENCES "party" ("id");

-- The ledger balances per transaction, checked when the transaction commits.
CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(amount_minor) FROM ledger_entry WHERE transaction_id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'ledger transaction % does not sum to zero', NEW.transaction_id;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "ledger_entry_balances" AFTER INSERT ON "ledger_entry" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_balances();

-- History, ledger, receipts and archive are written once. (Attachments and archive files leave by retention, which says so.)
CREATE FUNCTION written_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "submission_event_written_once" BEFORE UPDATE OR DELETE ON "submission_event" FOR EACH ROW EXECUTE FUNCTION written_once();
CREATE TRIGGER "ledger_entry_written_once" BEFORE UPDATE OR DELETE ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION written_once();
CREATE TRIGGER "receipt_written_once" BEFORE UPDATE OR DELETE ON "receipt" FOR EACH ROW EXECUTE FUNCTION written_once();
CREATE TRIGGER "archive_record_written_once" BEFORE UPDATE OR DELETE ON "archive_record" FOR EACH ROW EXECUTE FUNCTION written_once();
CREATE TRIGGER "archive_file_written_once" BEFORE UPDATE OR DELETE ON "archive_file" FOR EACH ROW EXECUTE FUNCTION written_once();

-- A party's copies are found by the parties that they were made for.
CREATE INDEX "archive_record_party_ids" ON "archive_record" USING gin ("party_ids");
