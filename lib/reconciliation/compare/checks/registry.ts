import type { PaymentCheck } from '../check.ts';
import { amount } from './amount.ts';
import { booksDiffer } from './books-differ.ts';
import { capturedNotDelivered } from './captured-not-delivered.ts';
import { chargeback } from './chargeback.ts';
import { currency } from './currency.ts';
import { doubleCapture } from './double-capture.ts';
import { fee } from './fee.ts';
import { lateSettlement } from './late-settlement.ts';
import { missingHere } from './missing-here.ts';
import { missingThere } from './missing-there.ts';
import { refundMissingHere } from './refund-missing-here.ts';
import { refundMissingThere } from './refund-missing-there.ts';
import { settledTwice } from './settled-twice.ts';

/** One line per thing that can be wrong with a payment. Each looks for itself; none trusts another to have looked. */
export const paymentChecks: readonly PaymentCheck[] = [
  missingHere,
  missingThere,
  amount,
  currency,
  fee,
  doubleCapture,
  settledTwice,
  refundMissingHere,
  refundMissingThere,
  lateSettlement,
  capturedNotDelivered,
  chargeback,
  booksDiffer,
];
