-- AlterTable
ALTER TABLE "service_version" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3),
ADD COLUMN     "updated_by" TEXT;

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "subject_hmac" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "staff_id" UUID NOT NULL,
    "roles" TEXT[],
    "acr" TEXT NOT NULL,
    "auth_time" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "staff_name" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_owner_id_subject_hmac_key" ON "staff"("owner_id", "subject_hmac");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "audit_entry_owner_id_created_at_id_idx" ON "audit_entry"("owner_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "submission_owner_id_created_at_id_idx" ON "submission"("owner_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "payment_attempt_owner_id_created_at_id_idx" ON "payment_attempt"("owner_id", "created_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A service has one draft at most: two employees who begin at once meet, they do not fork.
CREATE UNIQUE INDEX "service_version_one_draft" ON "service_version" ("service_id") WHERE "published_at" IS NULL;
