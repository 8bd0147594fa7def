import type { CasePageProps } from '@/components/admin/case-page.tsx';
import { happeningWords } from '@/components/admin/happening-words.ts';
import { caseStatusWords, paymentStatusWords } from '@/components/admin/status-words.ts';
import type { DescriptionRow } from '@/components/ui/description-list.tsx';
import { type Currency, formatMoney } from '@/lib/core/money.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { StaffCase } from '@/lib/workflow/staff/read-case.ts';

const roles: Readonly<Record<string, TextKey>> = {
  filler: 'adminCase.filler',
  payer: 'adminCase.payer',
  signer: 'adminCase.signer',
  reader: 'adminCase.reader',
};

/** A case in the words of its page. Answers stay in the language that they were written in. */
export function caseView(found: StaffCase, t: Translate): Omit<CasePageProps, 't' | 'notice'> {
  const { submission, order, language } = found;
  return {
    title: submission.title,
    language,
    facts: factsOf(found, t),
    pages: found.pages.map(({ pageId, title, rows }) => ({
      pageId,
      title,
      rows: rows.map(({ headings, label, value }, index) => ({
        key: String(index),
        term: [...headings, label].join(': '),
        detail: value,
      })),
    })),
    ...(order && {
      order: {
        currency: order.currency,
        vatMinor: order.vatMinor,
        totalMinor: order.totalMinor,
        lines: order.lines.map(({ name, explained, vatCode, grossMinor }) => ({
          name: name[t.language],
          explained: explained[t.language],
          vatCode,
          grossMinor,
        })),
      },
    }),
    ...(submission.status === 'completed' &&
      found.endsWithdrawal &&
      !submission.handlingBegunAt && { begins: submission.id }),
    payments: found.attempts.map(({ id, status, amountMinor, createdAt }) => ({
      id,
      name: [
        formatMoney({ amountMinor, currency: order?.currency ?? ('NOK' satisfies Currency) }, t.language),
        t(paymentStatusWords[status]),
        formatDateTime(createdAt, t.language),
      ].join(' · '),
    })),
    earlier: found.earlierEvents,
    history: found.events.map(({ at, type, data }) => ({
      at: formatDateTime(at, t.language),
      what: happeningWords(type, t),
      detail: reasonOf(data),
    })),
  };
}

function factsOf({ submission, version, parties }: StaffCase, t: Translate): DescriptionRow[] {
  const status = Object.entries(caseStatusWords).find(([name]) => name === submission.status)?.[1];
  return [
    { term: t('adminCase.reference'), detail: submission.reference },
    { term: t('adminCase.status'), detail: status ? t(status) : submission.status },
    ...(submission.submittedAt
      ? [{ term: t('adminCase.sent'), detail: formatDateTime(submission.submittedAt, t.language) }]
      : []),
    ...(submission.handlingBegunAt
      ? [
          {
            term: t('adminCase.handlingBegun'),
            detail: formatDateTime(submission.handlingBegunAt, t.language),
          },
        ]
      : []),
    { term: t('adminCase.version'), detail: String(version) },
    ...parties.map(({ role, name }, index) => {
      const key = Object.hasOwn(roles, role) ? roles[role] : undefined;
      return { key: `${role} ${index}`, term: key ? t(key) : role, detail: name };
    }),
  ];
}

/** Why something was done, in a person's own words. */
function reasonOf(data: unknown): string | undefined {
  const reason = typeof data === 'object' && data !== null && 'reason' in data ? data.reason : undefined;
  return typeof reason === 'string' ? reason : undefined;
}
