import type { Target } from '../load.ts';
import { portalUrl } from '../paths.ts';
import type { Comparison } from '../rounds.ts';
import { fillMessageBox } from '../seed.ts';
import type { Setting } from '../setting.ts';
import { open } from '../trademark.ts';
import { Visitor } from '../visitor.ts';

/** The boxes of two other people hold more than Kari's ten; all lie in one table. */
export async function messageBoxCases({ visitor, client }: Setting, large: boolean): Promise<Comparison[]> {
  const small = 10;
  await fillMessageBox(client, 'Kari Testesen', small);
  const boxes: [person: string, name: string, count: number][] = [
    ['ola-provestad', 'Ola Prøvestad', 10_000],
    ...(large ? [['ingrid-proveberg', 'Ingrid Prøveberg', 1_000_000] as [string, string, number]] : []),
  ];
  const comparisons: Comparison[] = [];
  for (const [person, name, count] of boxes) {
    const other = new Visitor(portalUrl);
    await other.signIn(person);
    await fillMessageBox(client, name, count);
    comparisons.push({
      id: `message-box-${count}`,
      title: `Message box with ${count.toLocaleString('en')} messages, against one with ${small}`,
      measured: inboxOf(other, `${count} messages`),
      floor: inboxOf(visitor, `${small} messages`),
      aim: 1 / 1.3,
    });
  }
  return comparisons;
}

function inboxOf(visitor: Visitor, name: string): Target {
  return {
    name,
    once: async () => {
      await open(visitor, '/inbox');
    },
  };
}
