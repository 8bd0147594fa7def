import { describe, expect, it } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import { definitionChanges } from './definition-changes.ts';
import { findOwnService } from './own-service.ts';
import { discardDraft, draftProblems, publishDraft } from './publish-draft.ts';
import { findPublishedService } from './published-services.ts';
import { saveDraft } from './save-draft.ts';
import { editing, known, rename, title } from './testing/editing.ts';

const { stage, ownerWithService, save } = editing();

describe('a publication', () => {
  it('is refused for a state owner while a nynorsk text is missing, and says exactly which', async () => {
    const { staff, serviceId, slug } = await ownerWithService('state');
    await save(staff, serviceId, 'about', rename('', 'nn'));
    const seen = { version: 2, revision: 1 };
    expect(await publishDraft(stage.deps, staff, serviceId, seen, known)).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'texts.nn.service.title', code: 'missing_text' }],
    });
    expect((await findPublishedService(stage.db, slug))?.version.version).toBe(1);
    await save(staff, serviceId, 'about', rename('Namn', 'nn'));
    expect(await publishDraft(stage.deps, staff, serviceId, seen, known)).toEqual({ kind: 'changed_since' });
    expect(await publishDraft(stage.deps, staff, serviceId, { version: 2, revision: 2 }, known)).toEqual({
      kind: 'published',
      version: 2,
    });
    expect((await findPublishedService(stage.db, slug))?.version.version).toBe(2);
    expect(await publishDraft(stage.deps, staff, serviceId, { version: 2, revision: 2 }, known)).toEqual({
      kind: 'no_draft',
    });
  });

  it('goes through for a municipality with one of the two, and English is a warning', async () => {
    const { staff, serviceId } = await ownerWithService('municipality');
    await save(staff, serviceId, 'about', rename('', 'nb', 'en'));
    const own = await findOwnService(stage.db, staff, serviceId);
    expect(draftProblems(own, known)).toMatchObject({
      blocking: [],
      warnings: [{ path: 'texts.nb.service.title' }, { path: 'texts.en.service.title' }],
    });
    await save(staff, serviceId, 'about', rename('', 'nn'));
    expect(draftProblems(await findOwnService(stage.db, staff, serviceId), known).blocking).toHaveLength(1);
    await save(staff, serviceId, 'about', rename('Namn', 'nn'));
    const seen = { version: 2, revision: 3 };
    expect(await publishDraft(stage.deps, staff, serviceId, seen, known)).toMatchObject({
      kind: 'published',
    });
  });

  it('refuses a payment method that the agreement does not have', async () => {
    const { staff, serviceId } = await ownerWithService();
    await save(staff, serviceId, 'payment', (input) => (input.methods = ['Diners']));
    expect(
      await publishDraft(stage.deps, staff, serviceId, { version: 2, revision: 1 }, known),
    ).toMatchObject({
      kind: 'refused',
      problems: [{ path: 'payment.methods' }],
    });
  });

  it('changes what was said before it, and can be given up', async () => {
    const { staff, serviceId } = await ownerWithService();
    await save(staff, serviceId, 'about', rename('Nytt', 'nb'));
    await save(staff, serviceId, 'payment', (input) => (input.methods = ['Visa']));
    const { published, draft } = await findOwnService(stage.db, staff, serviceId);
    if (!published || !draft) throw new Error('no draft');
    expect(definitionChanges(published.definition, draft.definition)).toEqual([
      { kind: 'text', key: title, language: 'nb', before: expect.any(String), after: 'Nytt' },
      { kind: 'methods', before: [], after: ['Visa'] },
    ]);
    expect(await discardDraft(stage.deps, staff, serviceId, { version: 2, revision: 1 })).toEqual({
      kind: 'changed_since',
    });
    expect(await discardDraft(stage.deps, staff, serviceId, { version: 2, revision: 2 })).toEqual({
      kind: 'discarded',
    });
    expect((await findOwnService(stage.db, staff, serviceId)).draft).toBeUndefined();
  });
});

describe("another owner's service", () => {
  it('is not there, and the role is asked for', async () => {
    const mine = await ownerWithService();
    const { serviceId } = await ownerWithService();
    const input = { texts: {}, amounts: {} };
    const seen = { version: 2, revision: 1 };
    for (const id of [serviceId, systemIds.uuid(), 'x']) {
      await expect(findOwnService(stage.db, mine.staff, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(
        saveDraft(stage.deps, mine.staff, id, { section: 'about', seen: '', input }),
      ).rejects.toMatchObject({ code: 'not_found' });
      await expect(publishDraft(stage.deps, mine.staff, id, seen, known)).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(discardDraft(stage.deps, mine.staff, id, seen)).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    const reader = { ...mine.staff, roles: ['case_worker' as const] };
    await expect(publishDraft(stage.deps, reader, mine.serviceId, seen, known)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
