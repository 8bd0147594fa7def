-- DropIndex
DROP INDEX "alarm_dedupe_key_key";

-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "stuck_since" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "alarm_id" UUID,
ADD COLUMN     "receiver_id" UUID;

-- AlterTable
ALTER TABLE "alarm" ADD COLUMN     "handled_at" TIMESTAMPTZ(3),
ADD COLUMN     "handled_by" TEXT,
ADD COLUMN     "handling" TEXT;

-- CreateTable
CREATE TABLE "alarm_receiver" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "alarm_receiver_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "alarm_receiver_owner_id_address_key" ON "alarm_receiver"("owner_id", "address");

-- CreateIndex
CREATE INDEX "payment_operation_sent_at_idx" ON "payment_operation"("sent_at");

-- CreateIndex
CREATE INDEX "alarm_owner_id_opened_at_id_idx" ON "alarm"("owner_id", "opened_at" DESC, "id");

-- AddForeignKey
ALTER TABLE "alarm_receiver" ADD CONSTRAINT "alarm_receiver_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "owner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One of a thing is not closed, also when an employee has handled it; those that are closed stay. What counts the open ones
-- reads this index, which is as small as they are few.
CREATE UNIQUE INDEX "alarm_not_closed_key" ON "alarm"("dedupe_key") WHERE "closed_at" IS NULL;
