import type { Party } from '@/lib/core/party.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { Visitor } from './frame.ts';

interface Props {
  visitor: Visitor;
  path: string;
  t: Translate;
}

/** Who is signed in and acts for whom, always in sight; folded out, the parties to act for and the way out. */
export function AccountMenu({ visitor, path, t }: Props) {
  const forOther = visitor.acting.kind === 'organisation';
  return (
    <details className="kv-menu kv-account" name="kv-menu">
      <summary>
        <span className="kv-account-name">
          <VisuallyHidden>
            {t('portal.account', { name: visitor.name })}. {t('portal.actingFor')}:{' '}
          </VisuallyHidden>
          <strong>{visitor.acting.name}</strong>
          {forOther ? (
            <span className="kv-account-person" aria-hidden="true">
              {visitor.name}
            </span>
          ) : null}
        </span>
      </summary>
      <div className="kv-menu-panel">
        <PartyForm visitor={visitor} path={path} t={t} />
        <form method="post" action="/sign-out">
          <button type="submit" className="kv-menu-item kv-menu-last">
            {t('portal.signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}

function PartyForm({ visitor, path, t }: Props) {
  return (
    <form method="post" action="/acting" aria-labelledby="acting-title">
      <p className="kv-menu-title" id="acting-title">
        {t('portal.chooseActing')}
      </p>
      <input type="hidden" name="next" value={path} />
      {visitor.parties.map((party) => (
        <PartyButton key={party.id} party={party} chosen={party.id === visitor.acting.id} t={t} />
      ))}
      {visitor.partiesComplete ? null : <p className="kv-menu-note">{t('portal.actingIncomplete')}</p>}
    </form>
  );
}

function PartyButton({ party, chosen, t }: { party: Party; chosen: boolean; t: Translate }) {
  return (
    <button
      type="submit"
      className="kv-menu-item"
      name="partyId"
      value={party.id}
      aria-current={chosen ? 'true' : undefined}
    >
      {party.name}
      <span className="kv-menu-detail">
        {party.kind === 'person'
          ? t('portal.actingForSelf')
          : t('portal.orgNumber', { number: party.orgNumber ?? '' })}
      </span>
    </button>
  );
}
