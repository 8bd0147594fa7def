import { z } from 'zod';
import type { Answer, Answers } from '@/lib/core/answers.ts';
import { getAnswer } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { type Origin, origins } from '@/lib/services/prefill-sources.ts';

/** Answers that were fetched, by data model path: where from, and what they were. */
export type Fetched = Record<string, { origin: Origin; value: Answer }>;

const schema = z.record(
  z.string(),
  z.object({
    origin: z.enum(origins),
    value: z.json(),
  }),
);

/** As it is stored with a submission; what cannot be read counts as nothing fetched. */
export function readFetched(stored: unknown): Fetched {
  const parsed = schema.safeParse(stored);
  return parsed.success ? (parsed.data as Fetched) : {};
}

/** Of what was fetched, that which nobody has changed since: only that is marked. */
export function unchanged(fetched: Fetched, answers: Answers): Fetched {
  return Object.fromEntries(
    Object.entries(fetched).filter(
      ([path, { value }]) => canonicalJson(getAnswer(answers, path) ?? null) === canonicalJson(value),
    ),
  );
}
