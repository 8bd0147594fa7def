import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/portal/page-frame.tsx';
import { SessionEnd } from '@/components/portal/session-end.client.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { sessionIdleSeconds } from '@/lib/identity/session-lifetime.ts';
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
        {frame.visitor ? (
          <SessionEnd
            idleSeconds={sessionIdleSeconds}
            texts={{
              warning: t('identity.sessionEnding'),
              stay: t('identity.sessionStay'),
              ended: t('identity.sessionEnded'),
              signIn: t('identity.signInAgain'),
            }}
            signInHref={`/sign-in?${new URLSearchParams({ next: '/inbox/in-progress' })}`}
          />
        ) : null}
      </body>
    </html>
  );
}
