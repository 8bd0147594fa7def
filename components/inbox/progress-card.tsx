import { asLanguage, type Language } from '@/lib/core/language.ts';
import { formatMoney, type Money } from '@/lib/core/money.ts';
import { formatDate, formatDateTime } from '@/lib/texts/format-date.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { Color } from '../ui/color.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { Tag } from '../ui/tag.tsx';

export interface ProgressCase {
  id: string;
  title: string;
  language: string;
  ownerName: Record<Language, string>;
  reference: string;
  state: 'draft' | 'to_pay' | 'waiting_for_provider' | 'to_sign' | 'delivering';
  amount?: Money;
  /** `YYYY-MM-DD` of a payment that the owner asks for. */
  dueDate?: string;
  overdue: boolean;
  kid?: string;
  deadlineAt?: Date;
  mayWithdraw: boolean;
  updatedAt: Date;
}

const looks = {
  draft: {
    color: 'neutral',
    status: 'inbox.statusDraft',
    action: 'inbox.continueDraft',
    button: 'secondary',
  },
  to_pay: {
    color: 'warning',
    status: 'inbox.statusAwaitingPayment',
    action: 'inbox.goToPayment',
    button: 'primary',
  },
  waiting_for_provider: {
    color: 'info',
    status: 'inbox.statusAwaitingAnswer',
    action: 'inbox.seeStatus',
    button: 'secondary',
  },
  to_sign: {
    color: 'warning',
    status: 'inbox.statusAwaitingSignature',
    action: 'inbox.goToSigning',
    button: 'primary',
  },
  delivering: {
    color: 'success',
    status: 'inbox.statusDelivering',
    action: 'inbox.seeReceipt',
    button: 'secondary',
  },
} as const;

/** A case under way: where it stands, until when, and the one thing to do next. */
export function ProgressCard({ found, t }: { found: ProgressCase; t: Translate }) {
  const look = looks[found.state];
  const titleId = `case-${found.id}`;
  return (
    <li className="kv-entry">
      <h3 className="ds-heading" data-size="2xs" id={titleId} lang={asLanguage(found.language)}>
        {found.title}
      </h3>
      <p className="kv-entry-facts">
        <Status color={look.color}>
          {t(found.dueDate && found.state === 'to_pay' ? 'inbox.statusIssued' : look.status)}
        </Status>
        {found.overdue ? <Status color="danger">{t('inbox.overdue')}</Status> : null}
        <span className="kv-muted">{found.ownerName[t.language]}</span>
      </p>
      {found.amount ? <p>{t('inbox.amountDue', { amount: formatMoney(found.amount, t.language) })}</p> : null}
      {found.state === 'waiting_for_provider' ? <p>{t('inbox.doNotPayAgain')}</p> : null}
      <p className="kv-entry-facts kv-muted">
        <Deadline found={found} t={t} />
        <span>{t('inbox.reference', { reference: found.reference })}</span>
        {found.kid ? <span>{t('inbox.kidLine', { kid: found.kid })}</span> : null}
        {found.state === 'draft' ? (
          <span>{t('inbox.lastChanged', { at: formatDateTime(found.updatedAt, t.language) })}</span>
        ) : null}
      </p>
      <div className="kv-row">
        <LinkButton href={`/submissions/${found.id}`} variant={look.button} aria-describedby={titleId}>
          {t(look.action)}
        </LinkButton>
        {found.mayWithdraw ? (
          <LinkButton
            href={`/submissions/${found.id}/withdraw`}
            variant="tertiary"
            aria-describedby={titleId}
          >
            {t(found.state === 'draft' ? 'withdrawal.linkDraft' : 'withdrawal.link')}
          </LinkButton>
        ) : null}
      </div>
    </li>
  );
}

function Status({ color, children }: { color: Color; children: string }) {
  return <Tag color={color}>{children}</Tag>;
}

function Deadline({ found, t }: { found: ProgressCase; t: Translate }) {
  if (found.dueDate) {
    // Noon, so that the legal date stays the same whatever the time zone.
    const date = formatDate(new Date(`${found.dueDate}T12:00:00Z`), t.language);
    return <span>{t(found.overdue ? 'inbox.wasDueOn' : 'inbox.dueOn', { date })}</span>;
  }
  if (!found.deadlineAt || found.state === 'delivering') return null;
  const text = found.state === 'draft' ? 'inbox.deletedOn' : 'inbox.expiresOn';
  return <span>{t(text, { date: formatDate(found.deadlineAt, t.language) })}</span>;
}
