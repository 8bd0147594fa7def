import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList } from '../ui/description-list.tsx';
import { Heading } from '../ui/heading.tsx';
import { HiddenFields } from '../ui/hidden-fields.tsx';
import { LinkButton } from '../ui/link-button.tsx';

export interface ConflictProps {
  saveUrl: string;
  pageUrl: string;
  /** Answers that differ, in words. */
  rows: readonly { label: string; saved: string; typed: string }[];
  /** What was posted, to be posted again over the newer version. */
  fields: readonly (readonly [string, string])[];
  t: Translate;
}

/** Two people, or two tabs, changed the same page: both versions, and the choice. Nothing is lost on the way. */
export function Conflict({ saveUrl, pageUrl, rows, fields, t }: ConflictProps) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{t('form.conflictTitle')}</Heading>
      <Alert color="warning">
        <p>{t('form.conflictBody')}</p>
      </Alert>
      <DescriptionList
        rows={rows.map(({ label, saved, typed }) => ({
          term: label,
          detail: (
            <>
              <Version name={t('form.conflictSaved')} value={saved} />
              <Version name={t('form.conflictTyped')} value={typed} />
            </>
          ),
        }))}
      />
      <form method="post" action={saveUrl} className="kv-actions">
        <HiddenFields fields={fields} />
        <Button>{t('form.conflictUseMine')}</Button>
        <LinkButton href={pageUrl} variant="secondary">
          {t('form.conflictKeepSaved')}
        </LinkButton>
      </form>
    </div>
  );
}

function Version({ name, value }: { name: string; value: string }) {
  return (
    <p>
      <span className="kv-muted kv-small">{name}</span>
      <br />
      {value}
    </p>
  );
}
