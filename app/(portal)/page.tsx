import { catalogueEntry } from '@/app/_server/catalogue-entry.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page } from '@/app/_server/guarded-page.tsx';
import type { CatalogueEntry } from '@/components/portal/catalogue-entry.ts';
import { ServiceCard } from '@/components/portal/service-card.tsx';
import { ServiceSearch } from '@/components/portal/service-search.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { osloDate } from '@/lib/core/clock.ts';
import { listPublishedServices } from '@/lib/services/published-services.ts';
import { searchServices } from '@/lib/services/search-services.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';

interface Props {
  searchParams: Promise<{ q?: string | string[] }>;
}

/** The catalogue of services, grouped, or what a search found. */
export default page(async function CataloguePage({ searchParams }: Props) {
  const t = translator(await currentLanguage());
  const query = [(await searchParams).q ?? ''].flat()[0]?.trim().slice(0, 100) ?? '';
  const today = osloDate(app().clock.now());
  const all = (await listPublishedServices(app().db))
    .map((service) => catalogueEntry(service, t, today))
    .sort((one, other) => one.title.localeCompare(other.title, t.language));
  const found = searchServices(all, query, ({ title, summary, owner }) => `${title} ${summary} ${owner}`);
  return (
    <div className="kv-stack" data-gap="xl">
      <div className="kv-page kv-stack">
        <Heading level={1}>{t('portal.catalogueTitle')}</Heading>
        <p className="kv-lead">{t('portal.catalogueLead')}</p>
        <ServiceSearch query={query} t={t} />
        {query ? <SearchResult query={query} count={found.length} t={t} /> : null}
      </div>
      {all.length === 0 ? <p>{t('portal.catalogueEmpty')}</p> : null}
      {categories.map(({ id, title }) => (
        <Group key={id} id={id} title={t(title)} entries={found.filter(({ category }) => category === id)} />
      ))}
    </div>
  );
});

const categories = [
  { id: 'licence', title: 'portal.categoryLicence' },
  { id: 'building', title: 'portal.categoryBuilding' },
  { id: 'intellectual_property', title: 'portal.categoryIntellectualProperty' },
  { id: 'fee', title: 'portal.categoryFee' },
  { id: 'other', title: 'portal.categoryOther' },
] as const;

function SearchResult({ query, count, t }: { query: string; count: number; t: Translate }) {
  return (
    <p role="status">
      {t('portal.searchCount', { count, query })} {count === 0 ? `${t('portal.searchEmptyHelp')} ` : null}
      <TextLink href="/">{t('portal.searchClear')}</TextLink>
    </p>
  );
}

function Group({ id, title, entries }: { id: string; title: string; entries: readonly CatalogueEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="kv-group" aria-labelledby={`category-${id}`}>
      <Heading level={2} size="xs" id={`category-${id}`}>
        {title}
      </Heading>
      <ul className="kv-services">
        {entries.map((entry) => (
          <ServiceCard key={entry.slug} entry={entry} />
        ))}
      </ul>
    </section>
  );
}
