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
  { prefill = [] }: Pick<ServiceDefinition, 'prefill'>,
): Promise<{ answers: Answers; fetched: Fetched }> {
  const wanted = prefill.flatMap(({ path, from }) => {
    const source = prefillSources.find(from);
    return source ? [{ path, source }] : [];
  });
  const facts = await askRegisters(app, actor, new Set(wanted.map(({ source }) => asked(source, actor))));
  let answers: Answers = {};
  const fetched: Fetched = {};
  for (const { path, source } of wanted) {
    const value = source.read(facts);
    if (!value || fetched[path]) continue;
    answers = setAnswer(answers, path, value);
    fetched[path] = { origin: origins[asked(source, actor)], value };
  }
  return { answers, fetched };
}

type Asked = Exclude<PrefillSource['needs'], 'party'>;

const origins: Record<Asked, Origin> = {
  person: 'folkeregisteret',
  contact: 'contact',
  organisation: 'enhetsregisteret',
};

function asked({ needs }: PrefillSource, { acting }: Actor): Asked {
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
