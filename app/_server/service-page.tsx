import { ServiceFacts } from '@/components/portal/service-facts.tsx';
import { ServiceSteps } from '@/components/portal/service-steps.tsx';
import { StartService, type StartServiceProps } from '@/components/portal/start-service.tsx';
import { BackLink } from '@/components/ui/back-link.tsx';
import { DescriptionList } from '@/components/ui/description-list.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { Markdown } from '@/components/ui/markdown.tsx';
import type { PublishedService } from '@/lib/services/published-services.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { catalogueEntry } from './catalogue-entry.ts';
import { serviceFacts } from './service-facts.ts';

export interface ServicePageProps {
  found: PublishedService;
  /** Today, `YYYY-MM-DD` in Europe/Oslo: the price of this day. */
  date: string;
  /** Of this showing of the page: however often «Start» is pressed on it, one draft is begun. */
  token: string;
  actingKind?: StartServiceProps['actingKind'];
  t: Translate;
}

/** What a service is, what it costs, what one needs and what happens afterwards; and the way in. */
export function ServicePage({ found, date, token, actingKind, t }: ServicePageProps) {
  const { definition } = found;
  const entry = catalogueEntry(found, t, date);
  const text = serviceText(definition, t.language);
  const { fill, steps } = variants.get(definition.variant);
  return (
    <div className="kv-stack" data-gap="lg">
      <BackLink href="/">{t('portal.backToCatalogue')}</BackLink>
      <div className="kv-split">
        <div className="kv-stack">
          <p className="kv-muted">{entry.owner}</p>
          <Heading level={1}>{entry.title}</Heading>
          <p className="kv-lead">{entry.summary}</p>
          <StartService
            slug={entry.slug}
            token={token}
            fill={fill}
            actingParties={definition.actingParties}
            actingKind={actingKind}
            t={t}
          />
        </div>
        <aside>
          <ServiceFacts title={t('portal.serviceFacts')} facts={serviceFacts(definition, entry.price, t)} />
        </aside>
        <div className="kv-stack" data-gap="xl">
          <Section title={t('portal.aboutTitle')} markdown={text('service.about')} />
          <section className="kv-stack">
            <Heading level={2}>{t('portal.stepsTitle')}</Heading>
            <ServiceSteps fill={fill} steps={steps} t={t} />
          </section>
          <Section title={t('portal.needTitle')} markdown={text('service.need')} />
          <Section title={t('portal.priceTitle')} markdown={text('service.price')} />
          <Section title={t('portal.afterwardsTitle')} markdown={text('service.afterwards')} />
          <section className="kv-stack">
            <Heading level={2}>{t('portal.legalTitle')}</Heading>
            <DescriptionList
              rows={[
                { term: t('portal.purpose'), detail: text('service.purpose') },
                { term: t('portal.legalBasis'), detail: text('service.legalBasis') },
                { term: t('portal.responsible'), detail: entry.owner },
              ]}
            />
          </section>
        </div>
      </div>
    </div>
  );
}

function Section({ title, markdown }: { title: string; markdown: string }) {
  return (
    <section className="kv-stack" data-gap="sm">
      <Heading level={2}>{title}</Heading>
      <Markdown source={markdown} />
    </section>
  );
}
