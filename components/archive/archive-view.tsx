import type { Language } from '@/lib/core/language.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { formatSize } from '@/lib/texts/format-size.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { DescriptionList } from '../ui/description-list.tsx';
import { Heading } from '../ui/heading.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { TextLink } from '../ui/text-link.tsx';

export interface ArchiveWords {
  reference: string;
  caseReference: string;
  serviceTitle: string;
  owner: string;
  /** Of the case, which its title and its owner's name are written in. */
  language: Language | undefined;
  completedAt: Date;
  sha256: string;
  intact: boolean;
  manifestIntact: boolean;
  erased: boolean;
  files: readonly {
    name: string;
    kindText: TextKey;
    originalName?: string;
    sizeBytes: number;
    sha256: string;
    state: 'intact' | 'broken' | 'missing' | 'erased';
  }[];
}

const states = {
  intact: { text: 'archive.fileIntact', color: 'success' },
  broken: { text: 'archive.fileBroken', color: 'danger' },
  missing: { text: 'archive.fileMissing', color: 'danger' },
  erased: { text: 'archive.fileErased', color: 'neutral' },
} as const;

/** The immutable copy of a case: what it contains, and whether it is as it was stored. */
export function ArchiveView({ archive, t }: { archive: ArchiveWords; t: Translate }) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <BackLink href="/inbox/archive">{t('inbox.folderArchive')}</BackLink>
      <div className="kv-stack" data-gap="sm">
        <Heading level={1}>
          {t('archive.title')} <span className="kv-nowrap">{archive.reference}</span>
        </Heading>
        <p className="kv-lead">{t('archive.lede')}</p>
      </div>
      <Verdict archive={archive} t={t} />
      <DescriptionList
        rows={[
          { term: t('archive.service'), detail: <span lang={archive.language}>{archive.serviceTitle}</span> },
          { term: t('archive.owner'), detail: <span lang={archive.language}>{archive.owner}</span> },
          { term: t('archive.caseReference'), detail: archive.caseReference },
          { term: t('archive.completedAt'), detail: formatDateTime(archive.completedAt, t.language) },
          { term: t('archive.manifestHash'), detail: <span className="kv-hash">{archive.sha256}</span> },
        ]}
      />
      <Table
        caption={t('archive.filesCaption')}
        columns={[{ header: t('archive.columnFile') }, { header: t('archive.columnState'), align: 'end' }]}
        rows={archive.files.map((file) => [
          <>
            {file.state === 'missing' || file.state === 'erased' ? (
              file.name
            ) : (
              <TextLink href={`/archive/${archive.reference}/files/${encodeURIComponent(file.name)}`}>
                {file.name}
              </TextLink>
            )}
            <span className="kv-muted kv-small kv-price-explained">
              {t(file.kindText, { name: file.originalName ?? file.name })}
              {' · '}
              <span className="kv-nowrap">{formatSize(file.sizeBytes, t.language)}</span>
            </span>
            <span className="kv-muted kv-small kv-price-explained">
              {t('archive.columnHash')} <span className="kv-hash">{file.sha256}</span>
            </span>
          </>,
          <Tag key="state" color={states[file.state].color}>
            {t(states[file.state].text)}
          </Tag>,
        ])}
      />
    </div>
  );
}

function Verdict({ archive, t }: { archive: ArchiveWords; t: Translate }) {
  if (archive.intact)
    return (
      <Alert color="success" title={t('archive.intactTitle')}>
        <p>{t('archive.intact')}</p>
        {archive.erased ? <p>{t('archive.erased')}</p> : null}
      </Alert>
    );
  const broken = archive.files
    .filter(({ state }) => state === 'broken' || state === 'missing')
    .map(({ name }) => name);
  const files = [...(archive.manifestIntact ? [] : [t('archive.brokenManifest')]), ...broken].join(', ');
  return (
    <Alert color="danger" title={t('archive.brokenTitle')}>
      <p>{t('archive.broken', { files, owner: archive.owner })}</p>
    </Alert>
  );
}
