import type { Translate } from '@/lib/texts/translate.ts';
import { Table } from '../ui/table.tsx';

export interface HistoryRow {
  at: string;
  what: string;
  /** Who tells it; absent in a history that has one source. */
  source?: string;
  amount?: string;
  detail?: string;
}

/** What happened, in order. */
export function HistoryTable({
  rows,
  caption,
  t,
}: {
  rows: readonly HistoryRow[];
  caption: string;
  t: Translate;
}) {
  const sources = rows.some(({ source }) => source !== undefined);
  return (
    <Table
      stacks
      caption={caption}
      hideCaption
      columns={[
        { header: t('adminCase.when') },
        ...(sources ? [{ header: t('adminCase.source') }] : []),
        { header: t('admin.logWhat') },
        { header: t('adminCase.detail') },
        { header: t('adminCase.amount'), align: 'end' as const },
      ]}
      rows={rows.map(({ at, what, source, amount, detail }) => [
        at,
        ...(sources ? [source] : []),
        what,
        detail,
        amount,
      ])}
    />
  );
}
