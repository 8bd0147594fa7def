import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { Circumstances } from './check.ts';
import type { WeighedPayment } from './weigh-payment.ts';

/** Whether money that was taken has lain longer than a delivery takes, with no refund on its way. */
export function isStranded({ ours, netMinor }: WeighedPayment, { terms, asOf }: Circumstances): boolean {
  const { capturedOn, refundUnderWayMinor } = ours;
  if (capturedOn === null || capturedOn < terms.startsOn || netMinor <= refundUnderWayMinor) return false;
  return asOf > addLegalDays(capturedOn, terms.deliveryDays);
}
