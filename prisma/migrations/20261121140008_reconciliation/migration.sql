-- CreateTable
CREATE TABLE "settlement_terms" (
    "agreement_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "mapping" JSONB NOT NULL,
    "delay_days" INTEGER NOT NULL,
    "delivery_days" INTEGER NOT NULL,
    "starts_on" TEXT NOT NULL,
    "fee" JSONB,
    "runs" INTEGER NOT NULL DEFAULT 0,
    "next_run_at" TIMESTAMPTZ(3) NOT NULL,
    "last_run_at" TIMESTAMPTZ(3),
    "last_payments" INTEGER,
    "last_found" INTEGER,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT,

    CONSTRAINT "settlement_terms_pkey" PRIMARY KEY ("agreement_id")
);

-- CreateTable
CREATE TABLE "settlement_report" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "agreement_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "line_count" INTEGER NOT NULL,
    "settled_from" TEXT NOT NULL,
    "settled_to" TEXT NOT NULL,
    "taken_in_at" TIMESTAMPTZ(3) NOT NULL,
    "taken_in_by" TEXT NOT NULL,

    CONSTRAINT "settlement_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settlement_line" (
    "report_id" UUID NOT NULL,
    "line_number" INTEGER NOT NULL,
    "agreement_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "reference" TEXT,
    "payment_id" TEXT,
    "transaction_id" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT,
    "currency" TEXT NOT NULL,
    "settled_on" TEXT NOT NULL,
    "happened_on" TEXT,

    CONSTRAINT "settlement_line_pkey" PRIMARY KEY ("report_id","line_number")
);

-- CreateTable
CREATE TABLE "settlement_difference" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "environment" "Environment" NOT NULL,
    "agreement_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "attempt_id" UUID,
    "submission_id" UUID,
    "reference" TEXT,
    "report_id" UUID,
    "line_number" INTEGER,
    "state" TEXT NOT NULL,
    "found_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,
    "reason" TEXT,

    CONSTRAINT "settlement_difference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "settlement_terms_next_run_at_idx" ON "settlement_terms"("next_run_at");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_terms_agreement_id_owner_id_environment_key" ON "settlement_terms"("agreement_id", "owner_id", "environment");

-- CreateIndex
CREATE INDEX "settlement_report_agreement_id_taken_in_at_idx" ON "settlement_report"("agreement_id", "taken_in_at");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_report_agreement_id_reference_key" ON "settlement_report"("agreement_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_report_id_agreement_id_key" ON "settlement_report"("id", "agreement_id");

-- CreateIndex
CREATE INDEX "settlement_line_agreement_id_reference_idx" ON "settlement_line"("agreement_id", "reference");

-- CreateIndex
CREATE INDEX "settlement_line_agreement_id_payment_id_idx" ON "settlement_line"("agreement_id", "payment_id");

-- CreateIndex
CREATE INDEX "settlement_difference_owner_id_state_found_at_id_idx" ON "settlement_difference"("owner_id", "state", "found_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "settlement_difference_agreement_id_kind_subject_key" ON "settlement_difference"("agreement_id", "kind", "subject");

-- CreateIndex
CREATE INDEX "payment_attempt_agreement_id_updated_at_idx" ON "payment_attempt"("agreement_id", "updated_at");

-- AddForeignKey
ALTER TABLE "settlement_terms" ADD CONSTRAINT "settlement_terms_agreement_id_owner_id_environment_fkey" FOREIGN KEY ("agreement_id", "owner_id", "environment") REFERENCES "payment_agreement"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_report" ADD CONSTRAINT "settlement_report_agreement_id_owner_id_environment_fkey" FOREIGN KEY ("agreement_id", "owner_id", "environment") REFERENCES "payment_agreement"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_line" ADD CONSTRAINT "settlement_line_report_id_agreement_id_fkey" FOREIGN KEY ("report_id", "agreement_id") REFERENCES "settlement_report"("id", "agreement_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settlement_difference" ADD CONSTRAINT "settlement_difference_agreement_id_owner_id_environment_fkey" FOREIGN KEY ("agreement_id", "owner_id", "environment") REFERENCES "payment_agreement"("id", "owner_id", "environment") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a provider has told is kept as it was told.
CREATE TRIGGER "settlement_report_written_once" BEFORE UPDATE OR DELETE ON "settlement_report" FOR EACH ROW EXECUTE FUNCTION written_once();
CREATE TRIGGER "settlement_line_written_once" BEFORE UPDATE OR DELETE ON "settlement_line" FOR EACH ROW EXECUTE FUNCTION written_once();

ALTER TABLE "settlement_terms" ADD CONSTRAINT "settlement_terms_days" CHECK (delay_days >= 0 AND delivery_days >= 0);
ALTER TABLE "settlement_difference" ADD CONSTRAINT "settlement_difference_state" CHECK (
  (state = 'open' AND ended_at IS NULL AND resolved_by IS NULL AND reason IS NULL)
  OR (state = 'gone' AND ended_at IS NOT NULL AND resolved_by IS NULL AND reason IS NULL)
  OR (state = 'resolved' AND ended_at IS NOT NULL AND resolved_by IS NOT NULL AND reason IS NOT NULL));
