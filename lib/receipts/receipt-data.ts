import type { Language } from '@/lib/core/language.ts';
import type { Currency } from '@/lib/core/money.ts';
import type { VatCode } from '@/lib/core/order.ts';

/**
 * Everything that a receipt shows, frozen when it is numbered. Amounts in minor units, instants as ISO 8601 UTC.
 * `receipt` is of paid cases, `confirmation` of cases where nothing was to be paid, `credit_note` of money sent back: its
 * amounts are negative.
 */
export interface ReceiptData {
  series: 'receipt' | 'confirmation' | 'credit_note';
  /** `2026-000001`, of its owner's series. */
  number: string;
  language: Language;
  environment: 'live' | 'test';
  owner: { name: string; orgNumber: string };
  serviceTitle: string;
  /** Reference of the case, and of its copy in the archive. */
  caseReference: string;
  archiveReference: string;
  /** The party that the case is for, and who did it when they are not the same. */
  party: { name: string; orgNumber?: string };
  doneBy?: string;
  submittedAt?: string;
  paidAt?: string;
  /** When the case was completed; of a credit note when the money went back. */
  completedAt: string;
  /**
   * What counts as received, and when that was; not of credit notes. `completed`: when all steps were done, where payment counts
   * and nothing was to be paid. Of such a case older confirmations say `paid`, with the time when it was sent in.
   */
  received?: { rule: 'submitted' | 'paid' | 'completed'; at: string };
  /**
   * Of a credit note: the receipt that it takes back, in whole or in part, and why; `shared` when it is a part that was shared
   * among the receipt's lines in proportion. Its lines are the receipt's, also those that it gives nothing back of.
   */
  credit?: { receiptNumber: string; reason?: string; shared?: boolean };
  payment?: {
    description: string;
    method?: string;
    maskedCard?: string;
    provider: string;
    reference: string;
    currency: Currency;
    netMinor: number;
    vatMinor: number;
    totalMinor: number;
    kid?: string;
  };
  lines: {
    name: string;
    explained: string;
    quantity: string;
    netMinor: number;
    vatCode: VatCode;
    vatMinor: number;
    grossMinor: number;
  }[];
  signatures: { name: string; at: string; acr: string; signatureId: string }[];
}
