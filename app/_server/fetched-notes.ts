import type { Translate } from '@/lib/texts/translate.ts';
import type { Draft } from '@/lib/workflow/filling/read-draft.ts';
import { readFetched, unchanged } from '@/lib/workflow/prefill/fetched.ts';

/** What stands beside answers that were fetched and not changed since, by data model path: «Hentet fra Folkeregisteret». */
export function fetchedNotes({ submission, answers }: Draft, t: Translate): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unchanged(readFetched(submission.fetched), answers)).map(([path, { origin }]) => [
      path,
      t(`form.fetched_${origin}`),
    ]),
  );
}
