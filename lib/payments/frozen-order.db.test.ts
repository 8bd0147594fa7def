import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { priceOf } from '@/lib/workflow/filling/compute-price.ts';
import { type Journey, newJourney } from '@/lib/workflow/testing/journey.ts';
import { createWorld, type World } from '@/lib/workflow/testing/world.ts';
import { orderHash, orderInForce, readOrder } from './frozen-order.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let kari: Actor;
let journey: Journey;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());

const versionOf = async (submissionId: string) => {
  const { serviceVersionId } = await world.app.db.submission.findUniqueOrThrow({
    where: { id: submissionId },
  });
  return world.app.db.serviceVersion.findUniqueOrThrow({ where: { id: serviceVersionId } });
};

/** A new version of the same service, in which everything costs ten times as much and is called something else. */
async function publishDearer(submissionId: string): Promise<void> {
  const version = await versionOf(submissionId);
  const definition = version.definition as unknown as ServiceDefinition;
  const texts = { ...definition.texts.nb, fee: 'Dyrere gebyr', 'payment.description': 'Dyrere' };
  await world.app.db.serviceVersion.create({
    data: {
      ...version,
      id: systemIds.uuid(),
      version: version.version + 1,
      publishedAt: world.clock.now(),
      definition: {
        ...definition,
        texts: { nb: texts, nn: texts, en: texts },
        pricing: {
          ...definition.pricing,
          rules: definition.pricing.rules.map((rule) => ({ ...rule, unitMinor: 100_000 })),
        },
      } as unknown as object,
    },
  });
}

it('an order re-reads the same after a new tariff version, a new year and a payment', async () => {
  const unitMinor = [
    { from: '2026-01-01', unitMinor: 10_000 },
    { from: '2027-01-01', unitMinor: 11_000 },
  ];
  const rules = [
    { id: 'fee', type: 'countTimesUnit', text: 'fee', vat: '25', count: 'count', unitMinor } as const,
    { id: 'off', type: 'discount', text: 'fee', vat: '25', of: ['fee'], percent: '12.5' } as const,
  ];
  const pricing = {
    currency: 'NOK',
    includesVat: false,
    dateBasis: 'submitted',
    rounding: 'whole_half_up',
    rules: rules.map((rule) => ({ ...rule })),
  } as ServiceDefinition['pricing'];
  const confirmedAt = world.clock.now();
  const id = await journey.confirmed('submit_and_pay', { change: { pricing } });
  const frozen = await orderInForce(world.app.db, id);
  expect(frozen).toMatchObject({ netMinor: 26_200, vatMinor: 6_550, totalMinor: 32_750, date: '2026-03-10' });
  expect(frozen?.lines.map((line) => line.explained.nb)).toEqual([
    '3 ×\u00a0100,00\u00a0kr (sats fra 1. januar 2026)',
    '12,5\u00a0% av 300,00\u00a0kr trekkes fra, avrundet til nærmeste hele beløp',
  ]);

  const attempt = await journey.open(id);
  await publishDearer(id);
  world.clock.forward(400 * 86_400);

  const again = await orderInForce(world.app.db, id);
  expect(again).toEqual(frozen);
  expect(again && orderHash(again)).toBe(frozen?.hash);
  const row = await world.app.db.order.findUniqueOrThrow({ where: { id: attempt.orderId } });
  expect(readOrder(row)).toEqual(frozen);
  expect(attempt.amountMinor).toBe(32_750n);

  // The same answers and the same date give the same lines for ever, from the version that the case is bound to.
  const version = await versionOf(id);
  const price = priceOf(
    version.definition as unknown as ServiceDefinition,
    { language: 'nb', answers: { count: '3' } },
    confirmedAt,
  );
  const plain = frozen?.lines.map(({ name: _, explained: __, ...line }) => line);
  expect(price.ok && price.order.lines).toEqual(plain);
});
