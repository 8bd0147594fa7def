-- AlterTable
ALTER TABLE "payment_agreement" ADD COLUMN     "card_types" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "card_type" TEXT,
ADD COLUMN     "card_types" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "choice" TEXT;
