import { addDays, osloDate } from '@/lib/core/clock.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findOrCreatePerson } from '@/lib/identity/people.ts';
import { credentialsContext } from '@/lib/payments/open-agreement.ts';
import { parseDefinition } from '@/lib/services/parse-definition.ts';
import type { App } from '@/lib/workflow/app.ts';
import { issuePayment } from '@/lib/workflow/paying/issue-payment.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { demo } from './demo.ts';
import { sandboxCredentials } from './sandbox-credentials.ts';

/** Fills an empty database with the demonstration's owners, services, agreements and issued payments. False when it was not empty. */
export async function seedDemo(app: App): Promise<boolean> {
  if (await app.db.owner.count()) return false;
  const now = app.clock.now();
  const environment = 'live' as const;
  const ownerIds = new Map<string, string>();
  for (const owner of demo.owners) {
    const id = app.ids.uuid();
    ownerIds.set(owner.slug, id);
    await app.db.owner.create({ data: { id, ...owner } });
    await app.db.alarmReceiver.create({
      data: { id: app.ids.uuid(), ownerId: id, address: owner.email, language: 'nb', createdAt: now },
    });
  }
  for (const agreement of demo.agreements) {
    const keys = { ownerId: idOf(ownerIds, agreement.ownerSlug), environment, name: agreement.name };
    await app.db.paymentAgreement.create({
      data: {
        id: app.ids.uuid(),
        ...keys,
        provider: agreement.provider,
        displayName: agreement.displayName,
        methods: agreement.methods,
        endpointToken: app.ids.token(24),
        credentials: app.box.seal(
          JSON.stringify(agreement.credentials ?? sandboxCredentials[agreement.provider] ?? {}),
          credentialsContext(keys),
        ),
      },
    });
  }
  const versionIds = new Map<string, string>();
  for (const { ownerSlug, definition } of demo.services) {
    const parsed = parseDefinition(definition, { variants: variants.all() });
    if (!parsed.ok) throw new Error(`${definition.slug}: ${JSON.stringify(parsed.problems)}`);
    const keys = { ownerId: idOf(ownerIds, ownerSlug), environment };
    const serviceId = app.ids.uuid();
    const versionId = app.ids.uuid();
    versionIds.set(definition.slug, versionId);
    await app.db.service.create({ data: { id: serviceId, ...keys, slug: definition.slug } });
    await app.db.serviceVersion.create({
      data: {
        id: versionId,
        serviceId,
        ...keys,
        version: 1,
        definition: parsed.definition as unknown as object,
        publishedAt: now,
        createdAt: now,
      },
    });
  }
  for (const issue of demo.issued) {
    const person = demo.people.find((one) => one.slug === issue.personSlug);
    if (!person) throw new Error(`No seeded person ${issue.personSlug}`);
    const { id: personId } = await findOrCreatePerson(app, person.fodselsnummer, person.name);
    // The register is not asked while seeding: this is what it would say.
    await app.db.person.update({ where: { id: personId }, data: { language: person.language } });
    const party = await app.db.party.findUniqueOrThrow({ where: { personId } });
    const definition = demo.services.find(
      (service) => service.definition.slug === issue.serviceSlug,
    )?.definition;
    await inTransaction(app.db, (tx) =>
      issuePayment(tx, app, {
        serviceVersionId: idOf(versionIds, issue.serviceSlug),
        payerPartyId: party.id,
        language: person.language,
        title: issue.title[person.language],
        // The owner has chosen the rules, so their conditions have no say.
        rules: definition?.pricing.rules
          .filter((rule) => issue.ruleIds.includes(rule.id))
          .map(({ condition: _, ...rule }) => rule),
        dueDate: osloDate(addDays(now, issue.dueInDays)),
        kid: issue.kid,
      }),
    );
  }
  return true;
}

function idOf(ids: Map<string, string>, slug: string): string {
  const id = ids.get(slug);
  if (!id) throw new Error(`The seed names an unknown ${slug}`);
  return id;
}
