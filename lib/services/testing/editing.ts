import { afterAll, beforeAll } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { type Database, newDatabase } from '@/lib/db/client.ts';
import { testBox } from '@/lib/db/testing/test-box.ts';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { findSection } from '../edit-section.ts';
import { findOwnService } from '../own-service.ts';
import { type SaveResult, type ServiceDeps, saveDraft, seenHash } from '../save-draft.ts';
import { type SectionInput, sectionInput } from '../section-input.ts';

const now = new Date('2026-03-10T10:00:00Z');
export const known = { variants: variants.all(), methods: ['Visa', 'MasterCard'] };

export const title = 'service.title';
/** Writes the title of the service in these languages. */
export const rename =
  (text: string, ...languages: ('nb' | 'nn' | 'en')[]) =>
  (input: SectionInput) => {
    const texts = input.texts[title];
    if (!texts) throw new Error('no title');
    for (const language of languages) texts[language] = text;
  };

/** Services of owners of their own and employees who edit them, for the tests of one file; `stage` is filled before the first. */
export function editing() {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const stage = {} as { db: Database; deps: ServiceDeps };
  beforeAll(async () => {
    database = await createTestDatabase();
    stage.db = newDatabase(database.url, testBox, 6);
    stage.deps = { db: stage.db, clock: { now: () => now }, ids: systemIds };
  });
  afterAll(async () => {
    await stage.db?.$disconnect();
    await database?.drop();
  });

  async function ownerWithService(kind: 'state' | 'municipality' = 'state') {
    const ownerId = systemIds.uuid();
    const serviceId = systemIds.uuid();
    const slug = `tjeneste-${systemIds.token(4)}`;
    await stage.db.owner.create({
      data: {
        id: ownerId,
        slug: systemIds.token(4),
        orgNumber: systemIds.token(4),
        kind,
        name: { nb: 'Eier' },
        email: 'post@eier.example',
      },
    });
    await stage.db.service.create({ data: { id: serviceId, ownerId, environment: 'live', slug } });
    await stage.db.serviceVersion.create({
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
    const staff: StaffActor = {
      staffId: systemIds.uuid(),
      name: 'Astrid Testdal',
      ownerId,
      roles: ['editor'],
    };
    return { staff, serviceId, slug, ownerId };
  }

  async function shown(staff: StaffActor, serviceId: string, sectionId: string): Promise<SectionInput> {
    const own = await findOwnService(stage.db, staff, serviceId);
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
    return saveDraft(stage.deps, staff, serviceId, { section, seen: seen ?? seenHash(before), input });
  }

  return { stage, ownerWithService, shown, save };
}
