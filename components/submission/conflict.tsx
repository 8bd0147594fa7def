import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Table } from '../ui/table.tsx';

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
      <Table
        caption={t('form.conflictTitle')}
        hideCaption
        columns={[
          { header: t('form.conflictQuestion') },
          { header: t('form.conflictSaved') },
          { header: t('form.conflictTyped') },
        ]}
        rows={rows.map(({ label, saved, typed }) => [label, saved, typed])}
      />
      <form method="post" action={saveUrl} className="kv-actions">
        {fields.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Button>{t('form.conflictUseMine')}</Button>
        <LinkButton href={pageUrl} variant="secondary">
          {t('form.conflictKeepSaved')}
        </LinkButton>
      </form>
    </div>
  );
}
