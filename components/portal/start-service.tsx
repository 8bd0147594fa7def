import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { HiddenFields } from '../ui/hidden-fields.tsx';
import { LinkButton } from '../ui/link-button.tsx';

export interface StartServiceProps {
  slug: string;
  /** Of this button, new each time the page is shown: pressed twice it begins one case. */
  token: string;
  /** Whether a person fills in a form; else the owner issues the case. */
  fill: boolean;
  actingParties: readonly ('person' | 'organisation')[];
  /** Kind of the party that the signed-in person acts for; absent when nobody is signed in. */
  actingKind?: 'person' | 'organisation';
  t: Translate;
}

/** The way in: a form post that begins a case, or where an issued claim is found. */
export function StartService({ slug, token, fill, actingParties, actingKind, t }: StartServiceProps) {
  if (!fill) return <IssuedByOwner signedIn={actingKind !== undefined} t={t} />;
  const [onlyKind, other] = actingParties;
  if (actingKind && onlyKind && !other && onlyKind !== actingKind) {
    return (
      <Alert color="info">
        <p>{t('portal.startWrongParty', { kind: onlyKind })}</p>
      </Alert>
    );
  }
  return (
    <form className="kv-stack" data-gap="sm" method="post" action={`/services/${slug}/start`}>
      <HiddenFields fields={[['token', token]]} />
      <div className="kv-actions">
        <Button>{actingKind ? t('portal.start') : t('portal.startSignIn')}</Button>
      </div>
      <p className="kv-muted">{t('portal.startHelp')}</p>
    </form>
  );
}

function IssuedByOwner({ signedIn, t }: { signedIn: boolean; t: Translate }) {
  return (
    <Alert color="info" title={t('portal.issuedTitle')}>
      <p>{t('portal.issuedText')}</p>
      <LinkButton href={signedIn ? '/inbox' : '/sign-in?next=%2Finbox'} variant="secondary">
        {signedIn ? t('portal.issuedOpen') : t('portal.issuedSignIn')}
      </LinkButton>
    </Alert>
  );
}
