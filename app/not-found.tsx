import type { Metadata } from 'next';
import { translator } from '@/lib/texts/translate.ts';
import { NotFoundHelp } from './_server/not-found-help.tsx';
import { pageFrameData } from './_server/page-frame-data.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { frame } = await pageFrameData();
  return { title: translator(frame.language)('portal.notFoundTitle') };
}

/** Addresses that no page has. */
export default async function NotFound() {
  return <NotFoundHelp {...(await pageFrameData())} />;
}
