import { decimalsOf, parseDecimal, toMinor } from '@/lib/core/decimal.ts';
import type { RefundPart } from '@/lib/workflow/refunding/refund-part.ts';
import type { RefundRequest } from '@/lib/workflow/refunding/refund-payment.ts';

/** The fields of the form that gives money back, as they were posted. */
export interface PostedRefund {
  part?: string;
  amount: string;
  lines: readonly string[];
  reason: string;
}

/** What an employee asked for. Where two things are asked for at once, which of them was meant is not guessed. */
export function readRefundForm(form: URLSearchParams): {
  posted: PostedRefund;
  request: Omit<RefundRequest, 'attemptId'>;
} {
  const posted = {
    part: form.get('part') ?? undefined,
    amount: form.get('amount')?.trim() ?? '',
    lines: form.getAll('line'),
    reason: form.get('reason') ?? '',
  };
  const left = form.get('left') ?? '';
  return {
    posted,
    request: {
      reason: posted.reason,
      part: partOf(posted),
      ...(/^\d{1,15}$/.test(left) && { seenMinor: Number(left) }),
    },
  };
}

function partOf({ part, amount, lines }: PostedRefund): RefundPart {
  const [isAmount, areLines] = [amount !== '', lines.length > 0];
  if (part === 'all' && !isAmount && !areLines) return { kind: 'all' };
  if (part === 'amount' && !areLines) return { kind: 'amount', amountMinor: minorOf(amount) };
  if (part === 'lines' && !isAmount) return { kind: 'lines', lines: lines.map(Number) };
  return { kind: 'unclear' };
}

/** `1 234,50` or `1234.5 kr`; undefined when it is no amount, or has fractions of a minor unit. */
function minorOf(written: string): number | undefined {
  const amount = parseDecimal(written.replace(/\s*(?:kr\.?|[a-z]{3})$/i, ''));
  return amount === undefined || decimalsOf(amount) > 2 ? undefined : toMinor(amount);
}
