import type { DifferencePageProps } from '@/components/admin/difference-page.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { writtenDate } from '@/lib/core/legal-date.ts';
import { type Currency, formatMoney } from '@/lib/core/money.ts';
import type { DifferenceKind, Sum } from '@/lib/reconciliation/compare/difference.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { KeptDifference } from '@/lib/workflow/reconciling/list-differences.ts';
import type { Resolved } from '@/lib/workflow/reconciling/resolve-difference.ts';

const parts = {
  payment: 'reconciliation.ofPayment',
  refund: 'reconciliation.ofRefund',
  fee: 'reconciliation.ofFee',
} as const satisfies Record<string, TextKey>;

const badReasons: Record<Extract<Resolved, { kind: 'bad_reason' }>['problem'], TextKey> = {
  too_short: 'reconciliation.reasonMissing',
  too_long: 'reconciliation.reasonLong',
  characters: 'reconciliation.reasonCharacters',
};

/** The types refuse a kind without a name, and one without what to do. */
export function kindName(kind: DifferenceKind, t: Translate): string {
  return t(`reconciliation.${kind}`);
}

/** An amount in any currency: a provider may name one that no order of ours is in. */
export function sumInWords(sum: Sum | undefined, t: Translate): string {
  return sum ? formatMoney({ ...sum, currency: sum.currency as Currency }, t.language) : '–';
}

/** A difference in the words of its page. */
export function differenceView(
  difference: KeptDifference,
  t: Translate,
  tried?: { reason: string; problem: keyof typeof badReasons },
): Omit<DifferencePageProps, 't' | 'notice'> {
  const { id, kind, state } = difference;
  return {
    id,
    title: kindName(kind, t),
    action: t(`reconciliation.${kind}_do`),
    facts: factsOf(difference, t),
    ...(state === 'open' && {
      resolve: { reason: tried?.reason, error: tried && t(badReasons[tried.problem]) },
    }),
  };
}

function factsOf(difference: KeptDifference, t: Translate): DifferencePageProps['facts'] {
  const { facts, line, attemptId, submissionId, state } = difference;
  const day = (date: string) => writtenDate(date, t.language);
  const states = {
    open: 'reconciliation.stateOpen',
    resolved: 'reconciliation.stateResolved',
    gone: 'reconciliation.stateGone',
  } as const;
  const rows: [TextKey, DifferencePageProps['facts'][number]['detail'] | undefined | null][] = [
    ['reconciliation.agreement', agreementName(difference, t)],
    ['reconciliation.reference', difference.reference],
    ['reconciliation.differenceOf', facts.of && t(parts[facts.of])],
    ['reconciliation.ours', facts.expected && sumInWords(facts.expected, t)],
    ['reconciliation.theirs', facts.found && sumInWords(facts.found, t)],
    ['reconciliation.dueOn', facts.dueOn && day(facts.dueOn)],
    ['reconciliation.settledOn', facts.settledOn && day(facts.settledOn)],
    [
      'reconciliation.reportLine',
      line && t('reconciliation.lineOfReport', { report: line.report, line: String(line.lineNumber) }),
    ],
    [
      'admin.thePayment',
      attemptId && (
        <TextLink href={`/admin/payments/${attemptId}`}>
          {difference.reference ?? t('admin.thePayment')}
        </TextLink>
      ),
    ],
    [
      'admin.theCase',
      submissionId && <TextLink href={`/admin/submissions/${submissionId}`}>{t('admin.theCase')}</TextLink>,
    ],
    ['reconciliation.state', t(states[state])],
    ['reconciliation.found', formatDateTime(difference.foundAt, t.language)],
    ['reconciliation.ended', difference.endedAt && formatDateTime(difference.endedAt, t.language)],
    ['reconciliation.resolvedBy', difference.resolvedBy],
    ['reconciliation.reason', difference.reason],
  ];
  return rows.flatMap(([term, detail]) => (detail ? [{ term: t(term), detail }] : []));
}

export function agreementName(
  { agreement, environment }: { agreement: string; environment: 'live' | 'test' },
  t: Translate,
): string {
  return environment === 'test' ? t('reconciliation.testAgreement', { name: agreement }) : agreement;
}
