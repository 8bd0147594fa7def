import type { Translate } from '@/lib/texts/translate.ts';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextLink } from '../ui/text-link.tsx';

export interface ServiceRow {
  id: string;
  title: string;
  closed: boolean;
  publishedVersion?: number;
  draftVersion?: number;
}

/** The owner's services: what is published, and what is being prepared. */
export function ServiceList({ rows, t }: { rows: readonly ServiceRow[]; t: Translate }) {
  if (rows.length === 0) return <p>{t('admin.noServices')}</p>;
  return (
    <Table
      stacks
      caption={t('admin.services')}
      hideCaption
      columns={[
        { header: t('admin.serviceColumn') },
        { header: t('admin.publishedColumn') },
        { header: t('admin.draftColumn') },
      ]}
      rows={rows.map((row) => [
        <span key="title" className="kv-row">
          <TextLink href={`/admin/services/${row.id}`}>{row.title}</TextLink>
          {row.closed ? <Tag color="warning">{t('admin.closed')}</Tag> : null}
        </span>,
        row.publishedVersion === undefined
          ? t('admin.notPublished')
          : t('admin.versionNumber', { version: row.publishedVersion }),
        row.draftVersion === undefined
          ? t('admin.noDraft')
          : t('admin.versionNumber', { version: row.draftVersion }),
      ])}
    />
  );
}
