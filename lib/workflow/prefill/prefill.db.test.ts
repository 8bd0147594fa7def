import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import { validateForm } from '@/lib/forms/validate.ts';
import { RegisterUnavailable } from '@/lib/identity/register.ts';
import { translator } from '@/lib/texts/translate.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { readDraft } from '../filling/read-draft.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { createWorld, type World } from '../testing/world.ts';
import { askAgain } from './ask-again.ts';
import { earlierOffer, reuseEarlierAnswers } from './earlier-answers.ts';
import { readFetched, unchanged } from './fetched.ts';

let world: World;
let kari: Actor;
beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
});
afterAll(() => world.close());

const line = (id: string): FormComponent => ({
  id,
  type: 'Input',
  textResourceBindings: { title: 'count' },
  dataModelBindings: { simpleBinding: `Skjema.${id}` },
});
const count: FormComponent = { ...line('count'), dataModelBindings: { simpleBinding: 'count' } };
const form = (prefill: { path: string; from: string }[], ...ids: string[]) => ({
  prefill,
  pages: [{ id: 'one', textResourceBindings: { title: 'page' }, components: [count, ...ids.map(line)] }],
});

async function draftOf(submissionId: string, actor = kari) {
  const draft = await readDraft(world.app, actor, submissionId);
  if (!draft) throw new Error('No draft');
  return draft;
}
/** An organisation that a person may act for. */
async function testvik(): Promise<Actor['acting']> {
  const { id, name } = await world.app.db.party.upsert({
    where: { orgNumber: '310010014' },
    update: {},
    create: { id: world.app.ids.uuid(), kind: 'organisation', orgNumber: '310010014', name: 'Testvik' },
  });
  return { id, kind: 'organisation', name, orgNumber: '310010014' };
}
const skjema = (answers: Answers) => answers.Skjema;

describe('a draft begins', () => {
  const prefill = [
    { path: 'Skjema.navn', from: 'party.name' },
    { path: 'Skjema.gate', from: 'party.address.street' },
    { path: 'Skjema.epost', from: 'person.email' },
    { path: 'Skjema.orgnr', from: 'organisation.orgNumber' },
  ];
  const change = form(prefill, 'navn', 'gate', 'epost', 'orgnr');

  it('with what the registers say of the person, marked as fetched until it is changed', async () => {
    const slug = await world.service('submit_and_pay', change);
    const { submissionId } = await startSubmission(world.app, kari, slug, 'nb');
    const { answers, submission } = await draftOf(submissionId);
    expect(skjema(answers)).toEqual({
      navn: 'Kari Testesen',
      gate: 'Prøveveien 1',
      epost: expect.stringContaining('kari'),
    });
    const fetched = readFetched(submission.fetched);
    expect(fetched['Skjema.navn']?.origin).toBe('folkeregisteret');
    expect(fetched['Skjema.epost']?.origin).toBe('contact');
    await saveAnswers(world.app, kari, submissionId, 'one', { navn: ['Kari T.'], _shown: ['navn'] }, 0);
    const after = await draftOf(submissionId);
    expect(Object.keys(unchanged(readFetched(after.submission.fetched), after.answers))).toEqual([
      'Skjema.gate',
      'Skjema.epost',
    ]);
  });

  it('with the organisation’s facts when one acts for it, and never with another’s', async () => {
    const slug = await world.service('submit_and_pay', change);
    const forOrganisation = { ...kari, acting: await testvik() };
    const { submissionId } = await startSubmission(world.app, forOrganisation, slug, 'nb');
    expect(skjema((await draftOf(submissionId, forOrganisation)).answers)).toMatchObject({
      navn: 'Testvik Skjenkestue AS',
      gate: 'Testbrygga 3',
      orgnr: '310010014',
    });
  });

  it('also while the registers are dead, with nothing filled in', async () => {
    const slug = await world.service('submit_and_pay', change);
    const dead = async () => {
      throw new RegisterUnavailable('dead');
    };
    const register = { findPerson: dead, rolesOf: dead, contactOf: dead, findOrganisation: dead };
    const { submissionId } = await startSubmission({ ...world.app, register }, kari, slug, 'nb');
    expect((await draftOf(submissionId)).answers).toEqual({});
  });
});

describe('what nobody can write', () => {
  const locked = (id: string, rest: Partial<FormComponent> = {}) => ({
    ...line(id),
    readOnly: true,
    required: true,
    ...rest,
  });
  const change = {
    prefill: [
      { path: 'Skjema.navn', from: 'party.name' },
      { path: 'Skjema.epost', from: 'person.email' },
    ],
    pages: [
      {
        id: 'one',
        textResourceBindings: { title: 'page' },
        components: [count, locked('navn', { maxLength: 20 }), locked('epost')],
      },
    ],
  };
  const dead = async () => {
    throw new RegisterUnavailable('dead');
  };
  const silent = { findPerson: dead, rolesOf: dead, contactOf: dead, findOrganisation: dead };
  const opened = async (submissionId: string, actor = kari, app = world.app) =>
    askAgain(app, actor, await draftOf(submissionId, actor), 'one');
  const sentences = async (submissionId: string) => {
    const { form: drafted, answers } = await draftOf(submissionId);
    return validateForm(drafted, answers).map((error) =>
      errorSentence(drafted, error, translator('nb'), (key) => key),
    );
  };

  it('is not sent in empty because a register was silent, and is asked for again when the page is opened', async () => {
    const slug = await world.service('submit_and_pay', change);
    const silentApp = { ...world.app, register: silent };
    const { submissionId } = await startSubmission(silentApp, kari, slug, 'nb');
    await saveAnswers(world.app, kari, submissionId, 'one', { count: ['0'], navn: ['Selvvalgt'] }, 0);
    const refused = await confirmSubmission(world.app, kari, submissionId, undefined);
    expect(refused).toMatchObject({
      kind: 'invalid',
      errors: [
        { code: 'required', path: 'Skjema.navn', locked: true },
        { code: 'required', path: 'Skjema.epost', locked: true },
      ],
    });
    for (const sentence of await sentences(submissionId)) expect(sentence).toContain('Åpne siden på nytt');

    expect((await opened(submissionId, kari, silentApp)).answers).toEqual({ count: '0' });
    const draft = await opened(submissionId);
    expect(skjema(draft.answers)).toEqual({
      navn: 'Kari Testesen',
      epost: expect.stringContaining('kari'),
    });
    expect(readFetched(draft.submission.fetched)['Skjema.navn']?.origin).toBe('folkeregisteret');
    const { answersVersion } = draft.submission;
    expect((await opened(submissionId)).submission.answersVersion).toBe(answersVersion);
    expect((await confirmSubmission(world.app, kari, submissionId, undefined)).kind).toBe('confirmed');
  });

  it('is fetched anew when the register had it wrong and has it right now', async () => {
    const slug = await world.service('submit_and_pay', change);
    const { findPerson } = world.app.register;
    const wrong = async (pid: string) => {
      const found = await findPerson.call(world.app.register, pid);
      return found && { ...found, fullName: 'K'.repeat(21) };
    };
    const register = { ...silent, contactOf: world.app.register.contactOf, findPerson: wrong };
    const { submissionId } = await startSubmission({ ...world.app, register }, kari, slug, 'nb');
    await saveAnswers(world.app, kari, submissionId, 'one', { count: ['0'] }, 0);
    expect((await sentences(submissionId)).join()).toContain('Få det rettet i registeret');
    expect((await confirmSubmission(world.app, kari, submissionId, undefined)).kind).toBe('invalid');
    expect(skjema((await opened(submissionId)).answers)).toMatchObject({ navn: 'Kari Testesen' });
  });

  it('is never filled with a colleague’s own facts', async () => {
    const slug = await world.service('submit_and_pay', change);
    const acting = await testvik();
    const begun = { ...kari, acting };
    const silentApp = { ...world.app, register: silent };
    const { submissionId } = await startSubmission(silentApp, begun, slug, 'nb');
    const colleague = { ...(await world.person('Ola Prøvestad')), acting };
    expect(Object.keys(skjema((await opened(submissionId, colleague)).answers) as object)).toEqual(['navn']);
    expect(Object.keys(skjema((await opened(submissionId, begun)).answers) as object)).toEqual([
      'navn',
      'epost',
    ]);
  });

  it('was wrong before another answer locked it: refused, and told how to get out', async () => {
    const lock = ['equals', ['dataModel', 'Skjema.lock'], 'yes'] satisfies FormComponent['readOnly'];
    const components = [{ ...count, format: 'number', min: '5', readOnly: lock }, line('lock')];
    const slug = await world.service('submit_and_pay', {
      pages: [{ id: 'one', textResourceBindings: { title: 'page' }, components }],
    });
    const { submissionId } = await startSubmission(world.app, kari, slug, 'nb');
    await saveAnswers(world.app, kari, submissionId, 'one', { count: ['1'] }, 0);
    const saved = await saveAnswers(world.app, kari, submissionId, 'one', { lock: ['yes'] }, 1);
    expect(saved).toMatchObject({ kind: 'saved', errors: [{ code: 'min', componentId: 'count' }] });
    expect(await sentences(submissionId)).toEqual([
      'Count må være 5 eller mer. Feltet er låst av et annet svar. Endre det svaret, så kan du skrive her igjen.',
    ]);
    expect((await confirmSubmission(world.app, kari, submissionId, undefined)).kind).toBe('invalid');
    await saveAnswers(world.app, kari, submissionId, 'one', { lock: [''], count: ['5'] }, 2);
    expect(await sentences(submissionId)).toEqual([]);
  });
});

describe('the answers of the last time', () => {
  const again = ['vare', 'farge'].map((id) => ({ path: `Skjema.${id}`, from: 'previous' }));
  const change = form(again, 'vare', 'farge', 'annet');
  const offer = async (submissionId: string, actor = kari) =>
    earlierOffer(world.app.db, actor, await draftOf(submissionId, actor), 'one');

  it('are offered to the party that gave them, and only then used', async () => {
    const slug = await world.service('submit_and_pay', change);
    const first = await startSubmission(world.app, kari, slug, 'nb');
    expect(await offer(first.submissionId)).toBeUndefined();
    const posted = { count: ['0'], vare: ['Båt'], farge: ['Rød'], annet: ['Hemmelig'] };
    await saveAnswers(world.app, kari, first.submissionId, 'one', posted, 0);
    expect((await confirmSubmission(world.app, kari, first.submissionId, undefined)).kind).toBe('confirmed');

    const second = await startSubmission(world.app, kari, slug, 'nb');
    expect((await draftOf(second.submissionId)).answers).toEqual({});
    expect(await offer(second.submissionId)).toEqual({ submittedAt: world.clock.now() });
    await saveAnswers(world.app, kari, second.submissionId, 'one', { farge: ['Blå'] }, 0);
    await reuseEarlierAnswers(world.app, kari, second.submissionId);
    await reuseEarlierAnswers(world.app, kari, second.submissionId);
    const after = await draftOf(second.submissionId);
    expect(skjema(after.answers)).toEqual({ vare: 'Båt', farge: 'Blå' });
    expect(after.submission.answersVersion).toBe(2);
    expect(readFetched(after.submission.fetched)).toEqual({
      'Skjema.vare': { origin: 'earlier', value: 'Båt' },
    });
    expect(await offer(second.submissionId)).toBeUndefined();
  });

  it('are nobody else’s', async () => {
    const slug = await world.service('submit_and_pay', change);
    const { submissionId } = await startSubmission(world.app, kari, slug, 'nb');
    await saveAnswers(world.app, kari, submissionId, 'one', { count: ['0'], vare: ['Båt'] }, 0);
    await confirmSubmission(world.app, kari, submissionId, undefined);
    const ola = await world.person('Ola Prøvestad');
    const his = await startSubmission(world.app, ola, slug, 'nb');
    expect(await offer(his.submissionId, ola)).toBeUndefined();
    await reuseEarlierAnswers(world.app, ola, his.submissionId);
    expect((await draftOf(his.submissionId, ola)).answers).toEqual({});
    await expect(reuseEarlierAnswers(world.app, ola, submissionId)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
