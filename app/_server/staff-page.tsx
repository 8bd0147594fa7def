import type { Metadata } from 'next';
import { unstable_rethrow as rethrowNext } from 'next/navigation';
import type { ReactNode } from 'react';
import { ErrorHelp } from '@/components/portal/error-help.tsx';
import type { Language } from '@/lib/core/language.ts';
import { log } from '@/lib/core/log.ts';
import type { StaffActor, StaffRole } from '@/lib/core/staff-actor.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import { type Translate, translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { requireStaff, staffLanguage } from './current-staff.ts';
import { requestInfo } from './request-info.ts';
import { answerWithStatus } from './response-status.ts';
import { staffFrameData } from './staff-frame-data.ts';
import { staffHelp } from './staff-help.tsx';

export interface StaffPageProps {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export interface StaffContext {
  staff: StaffActor;
  language: Language;
  t: Translate;
  /** Of the address; empty for a parameter that is missing or given twice. */
  param(name: string): string;
  query(name: string): string;
}

/**
 * Around every page of the admin area: an employee who is signed in and has one of the roles, and a page that helps on,
 * with the right status, where something is refused. The use cases ask for owner and role again.
 */
export function staffPage(
  roles: readonly StaffRole[],
  render: (context: StaffContext) => Promise<ReactNode>,
) {
  return async ({ params, searchParams }: StaffPageProps): Promise<ReactNode> => {
    try {
      const staff = await requireStaff((await requestInfo()).path, ...roles);
      const language = await staffLanguage();
      const [named, asked] = await Promise.all([params, searchParams]);
      return await render({
        staff,
        language,
        t: translator(language),
        param: (name) => named[name] ?? '',
        query: (name) => (typeof asked[name] === 'string' ? asked[name] : ''),
      });
    } catch (error) {
      rethrowNext(error);
      return helpFor(error);
    }
  };
}

/** The title of such a page, which names nothing that must be looked up. */
export function staffTitle(key: TextKey) {
  return async (): Promise<Metadata> => ({ title: translator(await staffLanguage())(key) });
}

async function helpFor(error: unknown): Promise<ReactNode> {
  const { available, language } = await staffFrameData();
  // Then the layout has said it, in place of every page.
  if (!available) return null;
  const help = staffHelp(error, translator(language));
  if (help) {
    answerWithStatus(help.status);
    return help.body;
  }
  const code = app().ids.token(6);
  log.error({ err: error, code }, 'an admin page failed');
  answerWithStatus(500);
  return <ErrorHelp languages={[language]} code={code} />;
}
