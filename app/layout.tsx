import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/portal/page-frame.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { HeadLinks } from './_server/head-links.tsx';
import { pageFrameData } from './_server/page-frame-data.ts';
import { answerWithStatus } from './_server/response-status.ts';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' };

export async function generateMetadata(): Promise<Metadata> {
  const { frame } = await pageFrameData();
  const t = translator(frame.language);
  return {
    title: { default: t('portal.titleSuffix'), template: `%s · ${t('portal.titleSuffix')}` },
    description: t('portal.description'),
  };
}

/** Around every page. Reading the request makes every page dynamic, our not-found too, so that each gets its own nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { frame, available } = await pageFrameData();
  const t = translator(frame.language);
  if (!available) answerWithStatus(503);
  return (
    <html lang={frame.language} data-color-scheme="light">
      <head>
        <HeadLinks />
      </head>
      <body>
        <PageFrame frame={frame} t={t}>
          {available ? children : <Unavailable path={frame.path} t={t} />}
        </PageFrame>
      </body>
    </html>
  );
}
