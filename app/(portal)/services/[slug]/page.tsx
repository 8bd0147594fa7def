import { cache } from 'react';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { pageFrameData } from '@/app/_server/page-frame-data.ts';
import { ServicePage } from '@/app/_server/service-page.tsx';
import { osloDate } from '@/lib/core/clock.ts';
import { notFound } from '@/lib/core/errors.ts';
import { findPublishedService } from '@/lib/services/published-services.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';

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
export default page(async function ServiceRoute({ params }: Props) {
  const found = await findService((await params).slug);
  if (!found) throw notFound('Service');
  const { frame } = await pageFrameData();
  return (
    <ServicePage
      found={found}
      token={app().ids.uuid()}
      date={osloDate(app().clock.now())}
      actingKind={frame.visitor?.acting.kind}
      t={translator(await currentLanguage())}
    />
  );
});
