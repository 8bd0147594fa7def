import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { HiddenFields } from '../ui/hidden-fields.tsx';
import { TextLink } from '../ui/text-link.tsx';

export interface SignedOutPostProps {
  saveUrl: string;
  signInUrl: string;
  /** What was posted, to be posted again by the one who has signed in. */
  fields: readonly (readonly [string, string])[];
  /** Files that a page cannot hand back to the browser. */
  filenames: readonly string[];
  t: Translate;
}

/** The session ended while somebody wrote: sign in beside this page, then send what stands in it once more. */
export function SignedOutPost({ saveUrl, signInUrl, fields, filenames, t }: SignedOutPostProps) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{t('form.signedOutTitle')}</Heading>
      <Alert color="warning">
        <p>{t('form.signedOutBody')}</p>
        {filenames.length > 0 ? <p>{t('form.signedOutFiles', { files: filenames.join(', ') })}</p> : null}
      </Alert>
      <ol className="kv-stack" data-gap="md">
        <li>
          <TextLink href={signInUrl} target="_blank">
            {t('form.signedOutSignIn')}
          </TextLink>
        </li>
        <li>{t('form.signedOutComeBack')}</li>
      </ol>
      <form method="post" action={saveUrl} className="kv-actions">
        <HiddenFields fields={fields} />
        <Button>{t('form.signedOutSend')}</Button>
      </form>
    </div>
  );
}
