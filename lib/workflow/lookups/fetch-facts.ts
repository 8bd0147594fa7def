import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import { addDays } from '@/lib/core/clock.ts';
import { KvittError } from '@/lib/core/errors.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { fetchIdOf, numberIdOf } from '@/lib/forms/fields/lookup.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { type ResolvedComponent, visibleForm } from '@/lib/forms/resolve-form.ts';
import { RegisterUnavailable } from '@/lib/identity/register.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission, lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { findToFill } from '../filling/find-to-fill.ts';
import { readFetched } from '../prefill/fetched.ts';
import type { LookupSource } from './lookup-source.ts';
import { lookupSources } from './registry.ts';

/** Why nothing was fetched; the texts `form.lookup_<reason>` say it. */
export const lookupRefusals = [
  'number',
  'not_found_person',
  'not_found_organisation',
  'unavailable',
  'too_many',
] as const;
export type LookupRefusal = (typeof lookupRefusals)[number];

export type FetchResult =
  /** `on`: id of the control that the person is led to. */
  | { kind: 'fetched'; on: string }
  | { kind: 'refused'; reason: LookupRefusal; on: string }
  | { kind: 'moved_on' };

/**
 * Fetches the facts that belong to a number in a draft, as it is saved, from the register that the field names. Only for a field
 * that the party that fills the draft in can see and write. Number and asked words stand in no address, event or log.
 * @param buttonId id of the field's button on the page, in whichever row.
 * @param asked what the field asks besides the number, as it was typed.
 * @throws KvittError `not_found` for unknown and foreign ids alike, `bad_request` for a button that is not there.
 */
export async function fetchFacts(
  app: App,
  actor: Actor,
  submissionId: string,
  buttonId: string,
  asked: string,
): Promise<FetchResult> {
  const found = await findToFill(app.db, actor, submissionId);
  if (found.status !== 'draft') return { kind: 'moved_on' };
  const form = formOf(found.definition, found);
  const answers = found.answers as Answers;
  const field = visibleForm(form, answers)
    .pages.flatMap(instancesOf)
    .find((each) => fetchIdOf(each.id) === buttonId);
  const lookup = field && fields.get(field.type).lookup;
  if (!field || field.readOnly || !lookup)
    throw new KvittError('bad_request', 'Nothing can be fetched there');
  const source = lookupSources.get(lookup.source);
  const refused = (reason: LookupRefusal): FetchResult => ({
    kind: 'refused',
    reason,
    on: numberIdOf(field.id),
  });

  const numberPath = field.dataModelBindings?.[lookup.number] ?? '';
  const number = getAnswer(answers, numberPath);
  if (typeof number !== 'string' || !source.isNumber(number)) return refused('number');
  if (!(await countRequest(app, actor, submissionId, source))) return refused('too_many');
  const facts = await ask(app, source, number, asked);
  if (facts === 'unavailable') return refused('unavailable');
  if (!facts) return refused(source.notFound);
  const paths = pathsOf(field, lookup.fills, facts);
  const stored = await store(app, submissionId, { numberPath, number, paths, source });
  return stored ? { kind: 'fetched', on: numberIdOf(field.id) } : { kind: 'moved_on' };
}

interface Fetched {
  numberPath: string;
  number: string;
  /** What goes where. */
  paths: [path: string, value: string][];
  source: LookupSource;
}

/** Unless the number has become another one meanwhile. False when the case is no draft any more. */
async function store(
  app: App,
  submissionId: string,
  { numberPath, number, paths, source }: Fetched,
): Promise<boolean> {
  return inTransaction(app.db, async (tx) => {
    const row = await lockWithAnswers(tx, submissionId);
    if (row.status !== 'draft') return false;
    let answers = row.answers as Answers;
    if (getAnswer(answers, numberPath) !== number) return true;
    const fetched = readFetched(row.fetched);
    for (const [path, value] of paths) {
      answers = setAnswer(answers, path, value);
      fetched[path] = { origin: source.origin, value };
    }
    await tx.submission.update({
      where: { id: submissionId },
      data: { answers, fetched, answersVersion: { increment: 1 }, updatedAt: app.clock.now() },
    });
    return true;
  });
}

function pathsOf(
  { dataModelBindings = {} }: ResolvedComponent,
  fills: Readonly<Record<string, string>>,
  facts: Readonly<Record<string, string>>,
): [string, string][] {
  return Object.entries(fills).flatMap(([fact, binding]): [string, string][] => {
    const [path, value] = [dataModelBindings[binding], facts[fact]];
    return path === undefined || value === undefined ? [] : [[path, value]];
  });
}

/** Every request is in the case's history, and a person can ask about few others, however many drafts they begin. */
async function countRequest(
  app: App,
  actor: Actor,
  submissionId: string,
  { id, mostPerDay }: LookupSource,
): Promise<boolean> {
  const asked = { type: `register.asked.${id}`, actor: `person:${actor.personId}`, at: app.clock.now() };
  return inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, submissionId);
    if (mostPerDay !== undefined) {
      // Several drafts at once count one after the other.
      await tx.$queryRaw`select 1 from person where id = ${actor.personId}::uuid for no key update`;
      if ((await timesAsked(tx, asked)) >= mostPerDay) return false;
    }
    await appendEvent(tx, { submissionId, data: {}, ...asked });
    return true;
  });
}

/** In the 24 hours before. The pattern is what the index of these events asks for. */
async function timesAsked(
  tx: Transaction,
  asked: { type: string; actor: string; at: Date },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ times: number }[]>`
    select count(*)::int as times from submission_event
    where type like 'register.asked.%' and type = ${asked.type} and actor = ${asked.actor}
      and at > ${addDays(asked.at, -1)}`;
  return row?.times ?? 0;
}

async function ask(app: App, source: LookupSource, number: string, asked: string) {
  try {
    return await source.find(app, number, asked);
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    log.warn({ err: error }, 'facts could not be fetched');
    return 'unavailable' as const;
  }
}
