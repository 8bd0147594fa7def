import { newRegistry } from '@/lib/core/registry.ts';
import { payAfterSign } from './pay-after-sign.ts';
import { payBeforeSign } from './pay-before-sign.ts';
import { prefilled } from './prefilled.ts';
import { submitAndPay } from './submit-and-pay.ts';

/** One line per variant. */
export const variants = newRegistry('workflow variants', [
  submitAndPay,
  payBeforeSign,
  payAfterSign,
  prefilled,
]);
