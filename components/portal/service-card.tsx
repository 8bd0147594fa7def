import type { CatalogueEntry } from './catalogue-entry.ts';

/** One service in the catalogue; the whole card leads to its page. */
export function ServiceCard({ entry }: { entry: CatalogueEntry }) {
  return (
    <li className="kv-service">
      <h3 className="ds-heading" data-size="xs">
        <a href={`/services/${entry.slug}`}>{entry.title}</a>
      </h3>
      <p>{entry.summary}</p>
      <p className="kv-service-facts kv-muted">
        <span>{entry.owner}</span>
        <span>{entry.price}</span>
      </p>
    </li>
  );
}
