import type { Translate } from '@/lib/texts/translate.ts';
import { Table } from '../ui/table.tsx';

export interface ChangeRow {
  what: string;
  before: string;
  after: string;
}

/** What a publication would change, side by side. */
export function ServiceChanges({ rows, t }: { rows: readonly ChangeRow[]; t: Translate }) {
  if (rows.length === 0) return <p>{t('adminService.changesNone')}</p>;
  const words = (text: string) => <span className="kv-kept-lines">{text || t('adminService.empty')}</span>;
  return (
    <Table
      stacks
      caption={t('adminService.changesTitle')}
      hideCaption
      columns={[
        { header: t('adminService.changeWhat') },
        { header: t('adminService.changeBefore') },
        { header: t('adminService.changeAfter') },
      ]}
      rows={rows.map(({ what, before, after }) => [what, words(before), words(after)])}
    />
  );
}
