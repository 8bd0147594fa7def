import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { StaffFrame } from '@/components/admin/staff-frame.tsx';
import { PageFrame } from '@/components/portal/page-frame.tsx';
import { SessionEnd } from '@/components/portal/session-end.client.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { sessionIdleSeconds } from '@/lib/identity/session-lifetime.ts';
import { translator } from '@/lib/texts/translate.ts';
import { HeadLinks } from './_server/head-links.tsx';
import { pageFrameData } from './_server/page-frame-data.ts';
import { requestInfo } from './_server/request-info.ts';
import { answerWithStatus } from './_server/response-status.ts';
import { staffFrameData } from './_server/staff-frame-data.ts';
import { isStaffPath } from './_server/staff-path.ts';

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#ffffff' };

export async function generateMetadata(): Promise<Metadata> {
  const { frame } = (await isForStaff()) ? { frame: await staffFrameData() } : await pageFrameData();
  const t = translator(frame.language);
  return {
    title: { default: t('portal.titleSuffix'), template: `%s · ${t('portal.titleSuffix')}` },
    description: t('portal.description'),
  };
}

/** Around every page. Reading the request makes every page dynamic, our not-found too, so that each gets its own nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, body } = (await isForStaff()) ? await forStaff(children) : await forCitizens(children);
  return (
    <html lang={language} data-color-scheme="light">
      <head>
        <HeadLinks />
      </head>
      <body>{body}</body>
    </html>
  );
}

async function isForStaff(): Promise<boolean> {
  return isStaffPath((await requestInfo()).path);
}

async function forCitizens(children: ReactNode) {
  const { frame, available } = await pageFrameData();
  const t = translator(frame.language);
  if (!available) answerWithStatus(503);
  const body = (
    <>
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
    </>
  );
  return { language: frame.language, body };
}

/** The admin area knows nothing of citizens' sessions, so it has surroundings of its own. */
async function forStaff(children: ReactNode) {
  const frame = await staffFrameData();
  const t = translator(frame.language);
  if (!frame.available) answerWithStatus(503);
  const body = (
    <StaffFrame frame={frame} t={t}>
      {frame.available ? children : <Unavailable path={frame.path} t={t} />}
    </StaffFrame>
  );
  return { language: frame.language, body };
}
