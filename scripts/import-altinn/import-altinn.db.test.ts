import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import type { Actor } from '@/lib/core/party.ts';
import { importAltinnApp } from '@/lib/services/import-altinn/import-app.ts';
import { parseDefinition } from '@/lib/services/parse-definition.ts';
import { publishDraft } from '@/lib/services/publish-draft.ts';
import { findPublishedService } from '@/lib/services/published-services.ts';
import { importedBy, type StoredDraft, storeImportedDraft } from '@/lib/services/store-imported-draft.ts';
import { confirmSubmission } from '@/lib/workflow/filling/confirm-submission.ts';
import { readDraft } from '@/lib/workflow/filling/read-draft.ts';
import { saveAnswers } from '@/lib/workflow/filling/save-answers.ts';
import { startSubmission } from '@/lib/workflow/filling/start-submission.ts';
import { employee } from '@/lib/workflow/testing/employees.ts';
import { ask, newJourney } from '@/lib/workflow/testing/journey.ts';
import { seenOnCheckPage } from '@/lib/workflow/testing/seen-of.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { readAppFolder, readPatch } from './read-folder.ts';
import { appFolders, missingApps } from './testing/fixtures.ts';
import { byHandFile, classesOf, pagesOfPaymentApp, postOf } from './testing/payment-app.ts';

if (missingApps) console.info(missingApps);

describe.skipIf(missingApps)('an imported Altinn app', () => {
  let world: World;
  let kari: Actor;

  beforeAll(async () => {
    world = await createWorld();
    kari = await world.person('Kari Testesen');
  });
  afterAll(() => world?.close());

  async function importInto(folder: string, owner?: string, patch?: unknown): Promise<StoredDraft> {
    const { definition } = importAltinnApp(readAppFolder(folder), {
      variants: variants.all(),
      agreement: 'nets',
      patch,
    });
    if (!definition) throw new Error('Nothing was imported');
    const { id } = await world.app.db.owner.findFirstOrThrow({ where: owner ? { slug: owner } : {} });
    return storeImportedDraft(world.app, { ownerId: id, environment: 'live' }, definition);
  }

  const versionOf = ({ serviceId, version }: StoredDraft) =>
    world.app.db.serviceVersion.findUniqueOrThrow({ where: { serviceId_version: { serviceId, version } } });

  it('is a draft that nobody can use until it is published, and is written over by the next import', async () => {
    const first = await importInto(appFolders.signing);
    expect(first).toMatchObject({ slug: 'signing-test', version: 1, kind: 'new' });
    expect((await versionOf(first)).publishedAt).toBeNull();
    expect(await findPublishedService(world.app.db, 'signing-test')).toBeUndefined();
    expect(await versionOf(first)).toMatchObject({ revision: 0, updatedBy: importedBy });
    expect(await importInto(appFolders.signing)).toEqual({ ...first, kind: 'replaced' });
    // Whoever had the draft open before cannot publish what came instead unseen.
    expect(await versionOf(first)).toMatchObject({ revision: 1, updatedBy: importedBy });
    expect(
      await publishDraft(
        world.app,
        await employee(world, ['editor']),
        first.serviceId,
        { version: 1, revision: 0 },
        { variants: variants.all() },
      ),
    ).toEqual({ kind: 'changed_since' });
    await world.app.db.serviceVersion.updateMany({
      where: { serviceId: first.serviceId },
      data: { publishedAt: world.clock.now() },
    });
    expect(await importInto(appFolders.signing)).toEqual({ ...first, version: 2, kind: 'added' });
  });

  it('leaves another owner’s service of the same name alone', async () => {
    const own = await importInto(appFolders.signing);
    await world.app.db.owner.create({
      data: {
        id: world.app.ids.uuid(),
        slug: 'andre',
        orgNumber: '310419273',
        kind: 'state',
        name: {},
        email: 'a@test.example',
      },
    });
    const other = await importInto(appFolders.signing, 'andre');
    expect(other).toMatchObject({ slug: 'signing-test-2', kind: 'new' });
    expect(other.serviceId).not.toBe(own.serviceId);
  });

  it('is filled in, priced and paid: 1,250 kr in class 1', async () => {
    const { app } = world;
    const draft = await importInto(appFolders.payment, undefined, readPatch(byHandFile));
    const { definition } = await versionOf(draft);
    const parsed = parseDefinition(definition, { variants: variants.all() });
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
    await app.db.serviceVersion.updateMany({
      where: { serviceId: draft.serviceId },
      data: { publishedAt: world.clock.now() },
    });
    const { submissionId } = await startSubmission(app, kari, draft.slug, 'nb');
    for (const [version, [page, fields]] of pagesOfPaymentApp.entries()) {
      const saved = await saveAnswers(app, kari, submissionId, page, postOf(fields), version);
      expect([page, saved]).toMatchObject([page, { kind: 'saved', answersVersion: version + 1, errors: [] }]);
    }
    const filled = await readDraft(app, kari, submissionId);
    expect(classesOf(filled?.answers as Answers)).toEqual([
      { NiceClassification: '1', GoodsAndServices: 'Kjemikalier' },
    ]);
    expect(
      await confirmSubmission(app, kari, submissionId, await seenOnCheckPage(app, kari, submissionId)),
    ).toEqual({ kind: 'confirmed' });
    const journey = newJourney(world, kari);
    const attempt = await journey.paid(submissionId);
    expect(attempt.amountMinor).toBe(125_000n);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(submissionId)).toBe('completed');
  });

  it('costs what the class says, and nothing is taken for a class that is not written', async () => {
    const { app } = world;
    const { submissionId } = await startSubmission(app, kari, 'payment-test', 'nb');
    const prices: [string[], unknown][] = [
      [['1'], { kind: 'price_changed', totalMinor: 125_000 }],
      [['2'], { kind: 'price_changed', totalMinor: 250_000 }],
      [['7'], { kind: 'price_changed', totalMinor: 62_500 }],
      [['1', '2', '9'], { kind: 'price_changed', totalMinor: 437_500 }],
      [[''], { kind: 'price_failed' }],
    ];
    for (const [page, fields] of pagesOfPaymentApp) await save(page, fields);
    for (const [classes, expected] of prices) {
      const rows = classes.map((each, index) => [
        [`services[${index}].niceClassificationNumber`, [each]],
        [`services[${index}].servicesAndGoods`, ['Varer']],
      ]);
      await save('goods-and-services', {
        haveReadAndUnderstood: ['true'],
        ...Object.fromEntries(rows.flat()),
      });
      const seen = { ...(await seenOnCheckPage(app, kari, submissionId)), price: 'another' };
      expect([classes, await confirmSubmission(app, kari, submissionId, seen)]).toEqual([classes, expected]);
    }

    async function save(page: string, fields: Record<string, string[]>): Promise<void> {
      const { answersVersion } = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
      await saveAnswers(app, kari, submissionId, page, postOf(fields), answersVersion);
    }
  });
});
