import type { SettleFormView } from '@/components/admin/settle-form.tsx';
import { formatMoney } from '@/lib/core/money.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { Outcome } from '@/lib/payments/unsettled.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { Settled } from '@/lib/workflow/paying/settle-operation.ts';
import type { StaffPayment } from '@/lib/workflow/staff/read-payment.ts';
import { badReasons } from './bad-reasons.ts';

/** What was posted of an outcome, and what is wrong with it. */
export interface TriedSettlement {
  posted: { outcome?: string; reason: string };
  problems: Extract<Settled, { kind: 'invalid' }>;
}

const outcomeWords: Record<Outcome, TextKey> = {
  carried_out: 'adminCase.settleCarriedOut',
  not_carried_out: 'adminCase.settleNotCarriedOut',
};

/** The form that asks what became of an operation, in words. */
export function settleView(
  payment: StaffPayment,
  unsettled: NonNullable<StaffPayment['unsettled']>,
  t: Translate,
  tried?: TriedSettlement,
): SettleFormView {
  const { operationId, kind, amountMinor, outcomes, asksAnew } = unsettled;
  const values = {
    action: kind,
    amount: formatMoney({ amountMinor, currency: payment.currency }, t.language),
    provider: providers.get(payment.provider).title,
    reference: payment.reference,
  };
  const accepted = !outcomes.includes('carried_out');
  const { outcome, reason } = tried?.problems ?? {};
  return {
    operationId,
    title: t(accepted ? 'adminCase.settleAcceptedTitle' : 'adminCase.settleTitle', values),
    lead: t(accepted ? 'adminCase.settleAcceptedLead' : 'adminCase.settleLead', values),
    allowed: payment.mayRefund,
    options: outcomes.map((value) => ({
      value,
      label: t(outcomeWords[value]),
      hint: t(hintOf(value, asksAnew)),
    })),
    tried: tried?.posted,
    errors: {
      ...(outcome && { 'settle-outcome': t('adminCase.settleNoOutcome') }),
      ...(reason && { 'settle-reason': t(badReasons[reason]) }),
    },
  };
}

function hintOf(outcome: Outcome, asksAnew: boolean): TextKey {
  if (outcome === 'carried_out') return 'adminCase.settleCarriedOutHint';
  return asksAnew ? 'adminCase.settleAsksAnewHint' : 'adminCase.settleAskAgainHint';
}
