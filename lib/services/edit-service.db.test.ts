import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { type Database, newDatabase } from '@/lib/db/client.ts';
import { testBox } from '@/lib/db/testing/test-box.ts';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { definitionChanges } from './definition-changes.ts';
import { findSection } from './edit-section.ts';
import { findOwnService } from './own-service.ts';
import { discardDraft, draftProblems, publishDraft } from './publish-draft.ts';
import { findPublishedService } from './published-services.ts';
import { type SaveResult, type ServiceDeps, saveDraft, seenHash } from './save-draft.ts';
import { amountField, readSectionInput, type SectionInput, sectionInput } from './section-input.ts';

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Database;
let deps: ServiceDeps;
const now = new Date('2026-03-10T10:00:00Z');
const known = { variants: variants.all(), methods: ['Visa', 'MasterCard'] };

beforeAll(async () => {
  database = await createTestDatabase();
  db = newDatabase(database.url, testBox, 6);
  deps = { db, clock: { now: () => now }, ids: systemIds };
});
afterAll(async () => {
  await db?.$disconnect();
  await database?.drop();
});

async function ownerWithService(kind: 'state' | 'municipality' = 'state') {
  const ownerId = systemIds.uuid();
  const serviceId = systemIds.uuid();
  const slug = `tjeneste-${systemIds.token(4)}`;
  await db.owner.create({
    data: {
      id: ownerId,
      slug: systemIds.token(4),
      orgNumber: systemIds.token(4),
      kind,
      name: { nb: 'Eier' },
      email: 'post@eier.example',
    },
  });
  await db.service.create({ data: { id: serviceId, ownerId, environment: 'live', slug } });
  await db.serviceVersion.create({
    data: {
      id: systemIds.uuid(),
      serviceId,
      ownerId,
      environment: 'live',
      version: 1,
      publishedAt: now,
      createdAt: now,
      definition: definitionFor('submit_and_pay', slug) as unknown as object,
    },
  });
  const staff: StaffActor = { staffId: systemIds.uuid(), name: 'Astrid Testdal', ownerId, roles: ['editor'] };
  return { staff, serviceId, slug, ownerId };
}

async function shown(staff: StaffActor, serviceId: string, sectionId: string): Promise<SectionInput> {
  const own = await findOwnService(db, staff, serviceId);
  const definition = (own.draft ?? own.published)?.definition;
  const section = definition && findSection(definition, sectionId);
  if (!section) throw new Error('no section');
  return sectionInput(definition, section);
}

async function save(
  staff: StaffActor,
  serviceId: string,
  section: string,
  change: (input: SectionInput) => void,
  seen?: string,
): Promise<SaveResult> {
  const before = await shown(staff, serviceId, section);
  const input = structuredClone(before);
  change(input);
  return saveDraft(deps, staff, serviceId, { section, seen: seen ?? seenHash(before), input });
}

const title = 'service.title';
const rename =
  (text: string, ...languages: ('nb' | 'nn' | 'en')[]) =>
  (input: SectionInput) => {
    const texts = input.texts[title];
    if (!texts) throw new Error('no title');
    for (const language of languages) texts[language] = text;
  };

describe('a draft', () => {
  it('is made by the first save, changes nothing that is published, and is on record', async () => {
    const { staff, serviceId, slug } = await ownerWithService();
    const before = await findPublishedService(db, slug);
    expect(await save(staff, serviceId, 'about', rename('Nytt navn', 'nb', 'nn', 'en'))).toEqual({
      kind: 'saved',
    });
    expect(await save(staff, serviceId, 'about', rename('Nyere navn', 'nb'))).toEqual({ kind: 'saved' });
    expect(await save(staff, serviceId, 'about', () => undefined)).toEqual({ kind: 'unchanged' });
    const own = await findOwnService(db, staff, serviceId);
    expect(own.draft?.row).toMatchObject({ version: 2, revision: 2, updatedBy: 'Astrid Testdal' });
    expect(own.draft?.definition.texts.nb[title]).toBe('Nyere navn');
    expect(await findPublishedService(db, slug)).toEqual(before);
    const acts = await db.auditEntry.findMany({ where: { subjectId: serviceId } });
    expect(acts.map(({ act }) => act)).toEqual(['draft_saved', 'draft_saved']);
  });

  it('takes two employees on two sections, and tells the second on the same one, with nothing lost', async () => {
    const { staff, serviceId } = await ownerWithService();
    const other = { ...staff, staffId: systemIds.uuid(), name: 'Bjørn Testgård' };
    const seen = seenHash(await shown(staff, serviceId, 'about'));
    const seenPayment = seenHash(await shown(other, serviceId, 'payment'));
    expect(await save(other, serviceId, 'about', rename('Bjørns navn', 'nb'), seen)).toEqual({
      kind: 'saved',
    });
    expect(
      await save(staff, serviceId, 'payment', (input) => (input.methods = ['Visa']), seenPayment),
    ).toEqual({ kind: 'saved' });
    const second = await save(staff, serviceId, 'about', rename('Astrids navn', 'nb'), seen);
    expect(second).toMatchObject({ kind: 'conflict', by: expect.any(String) });
    if (second.kind !== 'conflict') throw new Error('no conflict');
    expect(second.current.texts[title]?.nb).toBe('Bjørns navn');
    // What the conflict page shows is what the next save has seen.
    const again = await save(
      staff,
      serviceId,
      'about',
      rename('Astrids navn', 'nb'),
      seenHash(second.current),
    );
    expect(again).toEqual({ kind: 'saved' });
    const own = await findOwnService(db, staff, serviceId);
    expect(own.draft?.definition.payment.methods).toEqual(['Visa']);
  });

  it('is one, also when two employees begin it at the same moment', async () => {
    const { staff, serviceId } = await ownerWithService();
    const seen = seenHash(await shown(staff, serviceId, 'about'));
    const results = await Promise.all([
      save(staff, serviceId, 'about', rename('A', 'nb'), seen),
      save(staff, serviceId, 'about', rename('B', 'nb'), seen),
    ]);
    expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    expect(await db.serviceVersion.count({ where: { serviceId, publishedAt: null } })).toBe(1);
  });

  it('keeps amounts with the day they count from, and says which line cannot be read', async () => {
    const { staff, serviceId } = await ownerWithService();
    const [id = ''] = Object.keys((await shown(staff, serviceId, 'prices')).amounts);
    const bad = await save(staff, serviceId, 'prices', (input) => {
      input.amounts[id] = [
        { from: '', value: 'tre hundre' },
        { from: '31.02.2027', value: '-5' },
      ];
    });
    expect(bad).toEqual({
      kind: 'unreadable',
      problems: [
        { amountId: id, row: 0, code: 'amount' },
        { amountId: id, row: 1, code: 'amount' },
        { amountId: id, row: 1, code: 'date' },
      ],
    });
    const unordered = await save(staff, serviceId, 'prices', (input) => {
      input.amounts[id] = [
        { from: '01.01.2027', value: '300' },
        { from: '01.01.2027', value: '400' },
      ];
    });
    expect(unordered).toMatchObject({ problems: [{ row: 1, code: 'order' }] });
    // What is too many is read as posted: shown again, and told of, never left out.
    const written = Array.from({ length: 41 }, (_, year) => ({ from: `01.01.${2000 + year}`, value: '300' }));
    const tooMany = await save(staff, serviceId, 'prices', (input) => {
      input.amounts[id] = written;
    });
    expect(tooMany).toEqual({
      kind: 'unreadable',
      problems: [{ amountId: id, row: 40, code: 'tooMany' }],
    });
    const posted = new URLSearchParams(
      written.flatMap(({ from, value }) => [
        [amountField(id, 'from'), from],
        [amountField(id, 'value'), value],
      ]),
    );
    const { draft, published } = await findOwnService(db, staff, serviceId);
    const definition = (draft ?? published)?.definition;
    const section = definition && findSection(definition, 'prices');
    expect(definition && section && readSectionInput(definition, section, posted).amounts[id]).toEqual(
      written,
    );
    const good = await save(staff, serviceId, 'prices', (input) => {
      input.amounts[id] = [{ from: '', value: '1 250,50 kr' }];
    });
    expect(good).toEqual({ kind: 'saved' });
    expect((await shown(staff, serviceId, 'prices')).amounts[id]).toEqual([{ from: '', value: '1 250,50' }]);
  });
});

describe('withdrawal and storage', () => {
  const policy = (change: object) => (input: SectionInput) => {
    const { terms } = input;
    if (!terms?.withdrawal) throw new Error('no policy to write');
    Object.assign(terms.withdrawal, change);
  };

  it('are stored in the draft, shown as a change, and published like the rest', async () => {
    const { staff, serviceId, slug } = await ownerWithService();
    expect(
      await save(staff, serviceId, 'terms', policy({ allowed: 'yes', days: '14', kept: '100' })),
    ).toEqual({ kind: 'saved' });
    expect(
      await save(
        staff,
        serviceId,
        'terms',
        ({ terms }) => terms && Object.assign(terms, { submissionDays: '90' }),
      ),
    ).toEqual({ kind: 'saved' });
    const { published, draft } = await findOwnService(db, staff, serviceId);
    if (!published || !draft) throw new Error('no draft');
    expect(definitionChanges(published.definition, draft.definition)).toEqual([
      { kind: 'withdrawal', before: undefined, after: { days: 14, keptMinor: 10_000 } },
      { kind: 'retention', before: undefined, after: { submissionDays: 90 } },
    ]);
    expect((await findPublishedService(db, slug))?.definition.withdrawal).toBeUndefined();
    const seen = { version: 2, revision: 2 };
    const poor = { ...known, refund: true, partialRefund: false };
    expect(await publishDraft(deps, staff, serviceId, seen, poor)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'withdrawal', code: 'no_partial_refund' }],
    });
    expect(await publishDraft(deps, staff, serviceId, seen, known)).toMatchObject({ kind: 'published' });
    const now = (await findPublishedService(db, slug))?.definition;
    expect(now).toMatchObject({
      withdrawal: { days: 14, keptMinor: 10_000 },
      retention: { submissionDays: 90 },
    });
    expect(await save(staff, serviceId, 'terms', () => undefined)).toEqual({ kind: 'unchanged' });
  });

  it('say what cannot be read, and tell the second of two who write them', async () => {
    const { staff, serviceId } = await ownerWithService();
    const seen = seenHash(await shown(staff, serviceId, 'terms'));
    expect(await save(staff, serviceId, 'terms', policy({ allowed: 'yes', days: 'x' }))).toEqual({
      kind: 'unreadable',
      problems: [{ field: 'withdrawalDays', code: 'days' }],
    });
    expect(await save(staff, serviceId, 'terms', policy({ allowed: 'yes', days: '3' }), seen)).toEqual({
      kind: 'saved',
    });
    expect(
      await save(staff, serviceId, 'terms', policy({ allowed: 'yes', untilHandled: true }), seen),
    ).toMatchObject({ kind: 'conflict', current: { terms: { withdrawal: { days: '3' } } } });
  });
});

describe('a publication', () => {
  it('is refused for a state owner while a nynorsk text is missing, and says exactly which', async () => {
    const { staff, serviceId, slug } = await ownerWithService('state');
    await save(staff, serviceId, 'about', rename('', 'nn'));
    const seen = { version: 2, revision: 1 };
    expect(await publishDraft(deps, staff, serviceId, seen, known)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'texts.nn.service.title', code: 'missing_text' }],
    });
    expect((await findPublishedService(db, slug))?.version.version).toBe(1);
    await save(staff, serviceId, 'about', rename('Namn', 'nn'));
    expect(await publishDraft(deps, staff, serviceId, seen, known)).toEqual({ kind: 'changed_since' });
    expect(await publishDraft(deps, staff, serviceId, { version: 2, revision: 2 }, known)).toEqual({
      kind: 'published',
      version: 2,
    });
    expect((await findPublishedService(db, slug))?.version.version).toBe(2);
    expect(await publishDraft(deps, staff, serviceId, { version: 2, revision: 2 }, known)).toEqual({
      kind: 'no_draft',
    });
  });

  it('goes through for a municipality with one of the two, and English is a warning', async () => {
    const { staff, serviceId } = await ownerWithService('municipality');
    await save(staff, serviceId, 'about', rename('', 'nb', 'en'));
    const own = await findOwnService(db, staff, serviceId);
    expect(draftProblems(own, known)).toMatchObject({
      blocking: [],
      warnings: [{ path: 'texts.nb.service.title' }, { path: 'texts.en.service.title' }],
    });
    await save(staff, serviceId, 'about', rename('', 'nn'));
    expect(draftProblems(await findOwnService(db, staff, serviceId), known).blocking).toHaveLength(1);
    await save(staff, serviceId, 'about', rename('Namn', 'nn'));
    const seen = { version: 2, revision: 3 };
    expect(await publishDraft(deps, staff, serviceId, seen, known)).toMatchObject({ kind: 'published' });
  });

  it('refuses a payment method that the agreement does not have', async () => {
    const { staff, serviceId } = await ownerWithService();
    await save(staff, serviceId, 'payment', (input) => (input.methods = ['Diners']));
    expect(await publishDraft(deps, staff, serviceId, { version: 2, revision: 1 }, known)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'payment.methods' }],
    });
  });

  it('changes what was said before it, and can be given up', async () => {
    const { staff, serviceId } = await ownerWithService();
    await save(staff, serviceId, 'about', rename('Nytt', 'nb'));
    await save(staff, serviceId, 'payment', (input) => (input.methods = ['Visa']));
    const { published, draft } = await findOwnService(db, staff, serviceId);
    if (!published || !draft) throw new Error('no draft');
    expect(definitionChanges(published.definition, draft.definition)).toEqual([
      { kind: 'text', key: title, language: 'nb', before: expect.any(String), after: 'Nytt' },
      { kind: 'methods', before: [], after: ['Visa'] },
    ]);
    expect(await discardDraft(deps, staff, serviceId, { version: 2, revision: 1 })).toEqual({
      kind: 'changed_since',
    });
    expect(await discardDraft(deps, staff, serviceId, { version: 2, revision: 2 })).toEqual({
      kind: 'discarded',
    });
    expect((await findOwnService(db, staff, serviceId)).draft).toBeUndefined();
  });
});

describe("another owner's service", () => {
  it('is not there, and the role is asked for', async () => {
    const mine = await ownerWithService();
    const { serviceId } = await ownerWithService();
    const input = { texts: {}, amounts: {} };
    const seen = { version: 2, revision: 1 };
    for (const id of [serviceId, systemIds.uuid(), 'x']) {
      await expect(findOwnService(db, mine.staff, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(
        saveDraft(deps, mine.staff, id, { section: 'about', seen: '', input }),
      ).rejects.toMatchObject({ code: 'not_found' });
      await expect(publishDraft(deps, mine.staff, id, seen, known)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(discardDraft(deps, mine.staff, id, seen)).rejects.toMatchObject({ code: 'not_found' });
    }
    const reader = { ...mine.staff, roles: ['case_worker' as const] };
    await expect(publishDraft(deps, reader, mine.serviceId, seen, known)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
