import type { Metadata } from 'next';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { Statement } from '@/components/portal/statement.tsx';
import { translator } from '@/lib/texts/translate.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('statements.accessibilityTitle') };
}

export default async function AccessibilityPage() {
  const t = translator(await currentLanguage());
  return <Statement title={t('statements.accessibilityTitle')} body={t('statements.accessibilityBody')} />;
}
