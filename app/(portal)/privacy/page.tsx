import type { Metadata } from 'next';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { Statement } from '@/components/portal/statement.tsx';
import { translator } from '@/lib/texts/translate.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('statements.privacyTitle') };
}

export default async function PrivacyPage() {
  const t = translator(await currentLanguage());
  return <Statement title={t('statements.privacyTitle')} body={t('statements.privacyBody')} />;
}
