import { asLanguage, type Language } from '@/lib/core/language.ts';
import type { Database, Reader } from '@/lib/db/client.ts';

/** The language a person has chosen for the portal and for messages from it. */
export async function findPersonLanguage(reader: Reader, personId: string): Promise<Language | undefined> {
  const person = await reader.person.findUnique({ where: { id: personId }, select: { language: true } });
  return asLanguage(person?.language);
}

/** Keeps the language that a person chose. */
export async function choosePersonLanguage(
  db: Database,
  personId: string,
  language: Language,
): Promise<void> {
  await db.person.update({ where: { id: personId }, data: { language } });
}
