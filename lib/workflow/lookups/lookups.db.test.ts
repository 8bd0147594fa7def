import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { validatePage } from '@/lib/forms/validate.ts';
import { RegisterUnavailable } from '@/lib/identity/register.ts';
import { readDraft } from '../filling/read-draft.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { readFetched } from '../prefill/fetched.ts';
import { createWorld, type World } from '../testing/world.ts';
import { fetchFacts } from './fetch-facts.ts';

let world: World;
let kari: Actor;
beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
});
afterAll(() => world.close());

const ola = '03907215767';
const components: FormComponent[] = [
  {
    id: 'eier',
    type: 'PersonLookup',
    required: true,
    textResourceBindings: { title: 'count' },
    dataModelBindings: { person_lookup_ssn: 'Eier.Fnr', person_lookup_name: 'Eier.Navn' },
  },
  {
    id: 'firma',
    type: 'OrganisationLookup',
    textResourceBindings: { title: 'count' },
    dataModelBindings: { organisation_lookup_orgnr: 'Firma.Orgnr', organisation_lookup_name: 'Firma.Navn' },
  },
  {
    id: 'skjult',
    type: 'OrganisationLookup',
    hidden: true,
    textResourceBindings: { title: 'count' },
    dataModelBindings: { organisation_lookup_orgnr: 'Skjult.Orgnr', organisation_lookup_name: 'Skjult.Navn' },
  },
];

async function begin(posted: Record<string, string[]>, as = kari): Promise<string> {
  const pages = [{ id: 'one', textResourceBindings: { title: 'page' }, components }];
  const slug = await world.service('submit_and_pay', { pages });
  const { submissionId } = await startSubmission(world.app, as, slug, 'nb');
  await saveAnswers(world.app, as, submissionId, 'one', posted, 0);
  return submissionId;
}

async function draftOf(submissionId: string) {
  const draft = await readDraft(world.app, kari, submissionId);
  if (!draft) throw new Error('No draft');
  return draft;
}
const codesOf = async (submissionId: string) => {
  const { form, answers } = await draftOf(submissionId);
  return validatePage(form, 'one', answers).map(({ componentId, code }) => `${componentId} ${code}`);
};
const fetching = (submissionId: string, button: string, asked = '') =>
  fetchFacts(world.app, kari, submissionId, button, asked);

describe('a lookup', () => {
  it('fills in what the register has, and forgets it when the number becomes another', async () => {
    const id = await begin({ 'firma-number': ['310 010 014'], 'firma-name': ['Tuklet AS'] });
    expect((await draftOf(id)).answers.Firma).toEqual({ Orgnr: '310010014' });
    expect(await codesOf(id)).toEqual(['eier-number required', 'firma-number notFetched']);
    expect(await fetching(id, 'firma-fetch')).toEqual({ kind: 'fetched', on: 'firma-number' });
    const { answers, submission } = await draftOf(id);
    expect(answers.Firma).toEqual({ Orgnr: '310010014', Navn: 'Testvik Skjenkestue AS' });
    expect(readFetched(submission.fetched)['Firma.Navn']?.origin).toBe('enhetsregisteret');
    expect(await codesOf(id)).toEqual(['eier-number required']);
    const version = submission.answersVersion;
    await saveAnswers(world.app, kari, id, 'one', { 'firma-number': ['310010235'] }, version);
    expect((await draftOf(id)).answers.Firma).toEqual({ Orgnr: '310010235' });
  });

  it('of a person asks for the last name too, and says the same of a wrong name as of an unknown number', async () => {
    const id = await begin({ 'eier-number': [ola] });
    const nobody = { kind: 'refused', reason: 'not_found_person', on: 'eier-number' };
    expect(await fetching(id, 'eier-fetch', 'Nordmann')).toEqual(nobody);
    expect(await fetching(id, 'eier-fetch')).toEqual(nobody);
    expect((await fetching(id, 'eier-fetch', ' prøvestad '))?.kind).toBe('fetched');
    expect((await draftOf(id)).answers.Eier).toEqual({ Fnr: ola, Navn: 'Ola Prøvestad' });
    const events = await world.app.db.submissionEvent.findMany({ where: { submissionId: id } });
    expect(JSON.stringify(events)).not.toContain(ola);
    expect(events.filter(({ type }) => type === 'register.asked.person')).toHaveLength(3);
  });

  it('cannot be used to go through people, however many drafts are begun', async () => {
    const number = { 'eier-number': [ola] };
    const seeker = await world.person('Siri Søker');
    const drafts = [await begin(number, seeker), await begin(number, seeker), await begin(number, seeker)];
    const asking = (time: number, as = seeker) =>
      fetchFacts(world.app, as, drafts[time % drafts.length] ?? '', 'eier-fetch', `Navn ${time}`);
    // All at once: none of them is counted twice or not at all.
    const reasons = (await Promise.all(Array.from({ length: 24 }, (_, time) => asking(time)))).map(
      (result) => (result.kind === 'refused' ? result.reason : result.kind),
    );
    expect(reasons.filter((reason) => reason === 'not_found_person')).toHaveLength(20);
    expect(reasons.filter((reason) => reason === 'too_many')).toHaveLength(4);
    for (const time of [0, 1, 2]) expect(await asking(time)).toMatchObject({ reason: 'too_many' });

    // Another person asks by their own count, and a day later it is a new one.
    const other = await world.person('Ola Annen');
    const own = await begin(number, other);
    expect((await fetchFacts(world.app, other, own, 'eier-fetch', 'Prøvestad')).kind).toBe('fetched');
    world.clock.forward(86_400);
    expect(await asking(0)).toMatchObject({ reason: 'not_found_person' });
  });

  it('says so when the number is none or the register is silent', async () => {
    const id = await begin({ 'eier-number': ['123'], 'firma-number': ['310010014'] });
    expect(await fetching(id, 'eier-fetch', 'Prøvestad')).toMatchObject({ reason: 'number' });
    const findOrganisation = async () => {
      throw new RegisterUnavailable('dead');
    };
    const app = { ...world.app, register: { ...world.app.register, findOrganisation } };
    expect(await fetchFacts(app, kari, id, 'firma-fetch', '')).toMatchObject({ reason: 'unavailable' });
    expect((await draftOf(id)).answers.Firma).toEqual({ Orgnr: '310010014' });
  });

  it('is only for who fills the case in, and for what they can see', async () => {
    const id = await begin({ 'firma-number': ['310010014'] });
    const stranger = await world.person('Ola Prøvestad');
    await expect(fetchFacts(world.app, stranger, id, 'firma-fetch', '')).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const button of ['skjult-fetch', 'firma', 'ukjent', ''])
      await expect(fetching(id, button)).rejects.toMatchObject({ code: 'bad_request' });
  });
});
