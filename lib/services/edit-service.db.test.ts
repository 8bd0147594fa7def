import { describe, expect, it } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import { definitionChanges } from './definition-changes.ts';
import { findSection } from './edit-section.ts';
import { findOwnService } from './own-service.ts';
import { publishDraft } from './publish-draft.ts';
import { findPublishedService } from './published-services.ts';
import { seenHash } from './save-draft.ts';
import { amountField, readSectionInput, type SectionInput } from './section-input.ts';
import { editing, known, rename, title } from './testing/editing.ts';

const { stage, ownerWithService, shown, save } = editing();

describe('a draft', () => {
  it('is made by the first save, changes nothing that is published, and is on record', async () => {
    const { staff, serviceId, slug } = await ownerWithService();
    const before = await findPublishedService(stage.db, slug);
    expect(await save(staff, serviceId, 'about', rename('Nytt navn', 'nb', 'nn', 'en'))).toEqual({
      kind: 'saved',
    });
    expect(await save(staff, serviceId, 'about', rename('Nyere navn', 'nb'))).toEqual({ kind: 'saved' });
    expect(await save(staff, serviceId, 'about', () => undefined)).toEqual({ kind: 'unchanged' });
    const own = await findOwnService(stage.db, staff, serviceId);
    expect(own.draft?.row).toMatchObject({ version: 2, revision: 2, updatedBy: 'Astrid Testdal' });
    expect(own.draft?.definition.texts.nb[title]).toBe('Nyere navn');
    expect(await findPublishedService(stage.db, slug)).toEqual(before);
    const acts = await stage.db.auditEntry.findMany({ where: { subjectId: serviceId } });
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
    const own = await findOwnService(stage.db, staff, serviceId);
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
    expect(await stage.db.serviceVersion.count({ where: { serviceId, publishedAt: null } })).toBe(1);
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
    const { draft, published } = await findOwnService(stage.db, staff, serviceId);
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
    const { published, draft } = await findOwnService(stage.db, staff, serviceId);
    if (!published || !draft) throw new Error('no draft');
    expect(definitionChanges(published.definition, draft.definition)).toEqual([
      { kind: 'withdrawal', before: undefined, after: { days: 14, keptMinor: 10_000 } },
      { kind: 'retention', before: undefined, after: { submissionDays: 90 } },
    ]);
    expect((await findPublishedService(stage.db, slug))?.definition.withdrawal).toBeUndefined();
    const seen = { version: 2, revision: 2 };
    const poor = { ...known, refund: true, partialRefund: false };
    expect(await publishDraft(stage.deps, staff, serviceId, seen, poor)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'withdrawal', code: 'no_partial_refund' }],
    });
    expect(await publishDraft(stage.deps, staff, serviceId, seen, known)).toMatchObject({
      kind: 'published',
    });
    const now = (await findPublishedService(stage.db, slug))?.definition;
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
