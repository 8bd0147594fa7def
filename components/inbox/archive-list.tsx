import { asLanguage } from '@/lib/core/language.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { Translate } from '@/lib/texts/translate.ts';

export interface ListedArchive {
  reference: string;
  title: string;
  language: string;
  ownerName: string;
  createdAt: Date;
}

/** The immutable copies that one may open, newest first. */
export function ArchiveList({ archives, t }: { archives: readonly ListedArchive[]; t: Translate }) {
  return (
    <ul className="kv-entries">
      {archives.map((archive) => (
        <li key={archive.reference} className="kv-entry">
          <h3 className="ds-heading" data-size="2xs">
            <a href={`/archive/${archive.reference}`} lang={asLanguage(archive.language)}>
              {archive.title}
            </a>
          </h3>
          <p className="kv-entry-facts kv-muted">
            <span>{archive.ownerName}</span>
            <span>{formatDate(archive.createdAt, t.language)}</span>
            <span>{archive.reference}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
