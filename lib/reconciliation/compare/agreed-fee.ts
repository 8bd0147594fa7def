import { z } from 'zod';
import { divide, multiply, roundHalfUp } from '@/lib/core/decimal.ts';

const part = z.strictObject({
  fixedMinor: z.int().min(0).max(1_000_000),
  /** Hundredths of a per cent of the amount: 1.25 % is 125. */
  basisPoints: z.int().min(0).max(10_000),
});

/** The provider's fee as the agreement states it, in the payment's own currency. */
export const agreedFee = z.strictObject({
  payment: part,
  refund: part,
  /** Roundings of the provider's that are not worth a question. */
  toleranceMinor: z.int().min(0).max(1000),
});
export type AgreedFee = z.infer<typeof agreedFee>;

/** The fee of one movement, minor units; a fraction of a minor unit is rounded, halves up. */
export function feeFor({ fixedMinor, basisPoints }: AgreedFee['payment'], amountMinor: number): number {
  return fixedMinor + roundHalfUp(divide(multiply(String(amountMinor), String(basisPoints)), '10000'));
}
