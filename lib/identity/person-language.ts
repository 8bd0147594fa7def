import type { Language } from '@/lib/core/language.ts';
import type { Database } from '@/lib/db/client.ts';

/** Keeps the language that a person chose. */
export async function choosePersonLanguage(
  db: Database,
  personId: string,
  language: Language,
): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { language } });
}
