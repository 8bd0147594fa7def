import type { Translate } from '@/lib/texts/translate.ts';
import type { CatalogueEntry } from './catalogue-entry.ts';

/** One service in the catalogue; the whole card leads to its page. */
export function ServiceCard({ entry, t }: { entry: CatalogueEntry; t: Translate }) {
  return (
    <li className="kv-service">
      <h3 className="ds-heading" data-size="xs">
        <a href={`/services/${entry.slug}`}>{entry.title}</a>
      </h3>
      <p>{entry.summary}</p>
      <p className="kv-service-facts kv-muted">
        <span>{t('portal.serviceOwner', { owner: entry.owner })}</span>
        <span>{entry.price}</span>
      </p>
    </li>
  );
}
