import { cache } from 'react';
import { catalogueEntry } from '@/app/_server/catalogue-entry.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { pageFrameData } from '@/app/_server/page-frame-data.ts';
import { serviceFacts } from '@/app/_server/service-facts.ts';
import { ServiceFacts } from '@/components/portal/service-facts.tsx';
import { ServiceSteps } from '@/components/portal/service-steps.tsx';
import { StartService } from '@/components/portal/start-service.tsx';
import { BackLink } from '@/components/ui/back-link.tsx';
import { DescriptionList } from '@/components/ui/description-list.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { Markdown } from '@/components/ui/markdown.tsx';
import { osloDate } from '@/lib/core/clock.ts';
import { notFound } from '@/lib/core/errors.ts';
import { findPublishedService } from '@/lib/services/published-services.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';

interface Props {
  params: Promise<{ slug: string }>;
}

const findService = cache((slug: string) => findPublishedService(app().db, slug));

export const generateMetadata = pageMetadata(async ({ params }: Props) => {
  const found = await findService((await params).slug);
  const language = await currentLanguage();
  if (!found) return { title: translator(language)('portal.notFoundTitle') };
  const text = serviceText(found.definition, language);
  return { title: text('service.title'), description: text('service.summary') };
});

/** What a service is, what it costs, what one needs and what happens afterwards; and the way in. */
export default page(async function ServicePage({ params }: Props) {
  const found = await findService((await params).slug);
  if (!found) throw notFound('Service');
  const { definition } = found;
  const t = translator(await currentLanguage());
  const { frame } = await pageFrameData();
  const entry = catalogueEntry(found, t, osloDate(app().clock.now()));
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
            token={app().ids.uuid()}
            fill={fill}
            actingParties={definition.actingParties}
            actingKind={frame.visitor?.acting.kind}
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
});

function Section({ title, markdown }: { title: string; markdown: string }) {
  return (
    <section className="kv-stack" data-gap="sm">
      <Heading level={2}>{title}</Heading>
      <Markdown source={markdown} />
    </section>
  );
}
