-- AlterTable
ALTER TABLE "payment_agreement" ADD COLUMN     "methods" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "registration" TEXT;

-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "form_fields" JSONB,
ADD COLUMN     "methods" TEXT[] DEFAULT ARRAY[]::TEXT[];
