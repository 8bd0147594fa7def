import { type Answers, setAnswer } from '@/lib/core/answers.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import { pidOf } from '@/lib/identity/people.ts';
import { RegisterUnavailable } from '@/lib/identity/register.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import {
  type Facts,
  type Origin,
  type PrefillSource,
  prefillSources,
} from '@/lib/services/prefill-sources.ts';
import type { App } from '../app.ts';
import type { Fetched } from './fetched.ts';

/**
 * What a new draft begins with: what the registers say of the signed-in person, and of the organisation when they act for one.
 * Nobody else is asked about. A register that does not answer leaves its answers empty: the person fills them in.
 */
export async function prefillAnswers(
  app: App,
  actor: Actor,
  definition: Pick<ServiceDefinition, 'prefill'>,
): Promise<{ answers: Answers; fetched: Fetched }> {
  const wanted = wantedOf(definition);
  const facts = await askRegisters(app, actor, new Set(wanted.map(({ source }) => askedOf(source, actor))));
  let answers: Answers = {};
  const fetched: Fetched = {};
  for (const { path, source } of wanted) {
    const value = source.read(facts);
    if (!value || fetched[path]) continue;
    answers = setAnswer(answers, path, value);
    fetched[path] = { origin: origins[askedOf(source, actor)], value };
  }
  return { answers, fetched };
}

/** Where a definition wants something of a register, and what. */
export function wantedOf({
  prefill = [],
}: Pick<ServiceDefinition, 'prefill'>): { path: string; source: PrefillSource }[] {
  return prefill.flatMap(({ path, from }) => {
    const source = prefillSources.find(from);
    return source ? [{ path, source }] : [];
  });
}

type Asked = Exclude<PrefillSource['needs'], 'party'>;

const origins: Record<Asked, Origin> = {
  person: 'folkeregisteret',
  contact: 'contact',
  organisation: 'enhetsregisteret',
};

/** Whose facts a source reads when this actor asks. */
export function askedOf({ needs }: PrefillSource, { acting }: Actor): Asked {
  if (needs !== 'party') return needs;
  return acting.kind === 'organisation' ? 'organisation' : 'person';
}

async function askRegisters(app: App, actor: Actor, needs: ReadonlySet<Asked>): Promise<Facts> {
  const { orgNumber } = actor.acting;
  const pid = needs.has('person') || needs.has('contact') ? await ownPid(app, actor) : undefined;
  const [person, contact, organisation] = await Promise.all([
    pid && needs.has('person') ? orNothing(app.register.findPerson(pid)) : undefined,
    pid && needs.has('contact') ? orNothing(app.register.contactOf(pid)) : undefined,
    orgNumber && needs.has('organisation') ? orNothing(app.register.findOrganisation(orgNumber)) : undefined,
  ]);
  return { person, contact, organisation };
}

async function ownPid(app: App, { personId }: Actor): Promise<string> {
  return pidOf(app, await app.db.person.findUniqueOrThrow({ where: { id: personId } }));
}

async function orNothing<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    log.warn({ err: error }, 'a draft begins without what the register knows');
    return undefined;
  }
}
