import type { Actor } from '@/lib/core/party.ts';
import type { App } from '../app.ts';
import { type Draft, readDraft } from './read-draft.ts';

/** What a page that is left can have under way: a save, and one behind it. */
const mostAhead = 2;
const rounds = 60;

/**
 * The draft, with what the page that the person comes from was saving when it was left: that one's save and this request
 * are on their way at the same time. Waits for as long as `pause` takes sixty times, then shows what is there.
 * @param awaited the version that the page before told of; see `lib/core/awaited-version.ts`.
 * @throws KvittError as `readDraft`.
 */
export async function readSavedDraft(
  app: App,
  actor: Actor,
  submissionId: string,
  awaited: number | undefined,
  pause: () => Promise<unknown>,
): Promise<Draft | undefined> {
  let draft = await readDraft(app, actor, submissionId);
  for (let round = 0; round < rounds && isBehind(draft, awaited); round += 1) {
    await pause();
    draft = await readDraft(app, actor, submissionId);
  }
  return draft;
}

function isBehind(draft: Draft | undefined, awaited = 0): boolean {
  const ahead = draft ? awaited - draft.submission.answersVersion : 0;
  return ahead > 0 && ahead <= mostAhead;
}
