import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { orderInForce } from '@/lib/payments/frozen-order.ts';
import type { Pricing } from '@/lib/pricing/rule.ts';
import { type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { readSignView } from './read-sign-view.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let kari: Actor;
let journey: Journey;
/** Days from the world's first one, 10 March 2026, are counted from here: other tests have moved the clock. */
let today: string;
let tomorrow: string;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());

const hour = 3600;
const signing = { acr: 'idporten-loa-substantial' } as const;

/** Moves to 13:00 in Oslo, in winter, of the next day. */
function newDay(): void {
  const now = world.clock.now();
  const noon = new Date(`${now.toISOString().slice(0, 10)}T12:00:00Z`);
  world.clock.forward((noon.getTime() - now.getTime()) / 1000 + 24 * hour);
  today = world.clock.now().toISOString().slice(0, 10);
  tomorrow = new Date(world.clock.now().getTime() + 24 * hour * 1000).toISOString().slice(0, 10);
}

function tariff(dateBasis: Pricing['dateBasis'], next: number, rule: object = {}): Pricing {
  const unitMinor = [
    { from: today, unitMinor: 10_000 },
    { from: tomorrow, unitMinor: next },
  ];
  return {
    currency: 'NOK',
    includesVat: true,
    dateBasis,
    rules: [
      { id: 'fee', type: 'countTimesUnit', text: 'fee', vat: 'outside', count: 'count', unitMinor, ...rule },
    ],
  };
}

const submitted = (pricing: Pricing) => journey.confirmed('pay_after_sign', { change: { pricing, signing } });
const order = (id: string) => orderInForce(world.app.db, id);
const shownTotal = async (id: string) =>
  (await readSignView(world.app, kari, id, { language: 'nb' }))?.toSign?.document.sections.at(-1)?.rows.at(-1)
    ?.value;

describe('the day of signing decides, where the service says so', () => {
  it('until midnight in Oslo the submitted price stands; after it the new one is shown before anything is signed', async () => {
    newDay();
    const [early, late] = [
      await submitted(tariff('signed', 12_000)),
      await submitted(tariff('signed', 12_000)),
    ];
    world.clock.forward(10.5 * hour); // 22:30 UTC, 23:30 in Oslo
    expect(await journey.sign(early)).toBe('signed');
    world.clock.forward(0.5 * hour); // midnight in Oslo, the same day in UTC
    expect(await journey.sign(late)).toBe('price_changed');
    expect(await journey.status(late)).toBe('awaiting_signature');
    expect(await order(late)).toMatchObject({ totalMinor: 36_000, date: tomorrow });
    expect(await order(early)).toMatchObject({ totalMinor: 30_000, date: today });
    expect(await shownTotal(late)).toBe('360,00\u00a0kr');
    expect(await journey.events(late)).toContain('order.repriced');
    expect(await journey.sign(late)).toBe('signed');
    expect((await journey.open(late)).amountMinor).toBe(36_000n);
    expect((await journey.open(early)).amountMinor).toBe(30_000n);
  });

  it('the first order stays for the record, with one question in force', async () => {
    newDay();
    const id = await submitted(tariff('signed', 12_000));
    const before = await order(id);
    newDay();
    expect(await journey.sign(id)).toBe('price_changed');
    const rows = await world.app.db.order.findMany({
      where: { submissionId: id },
      orderBy: { createdAt: 'asc' },
    });
    expect(rows.map((row) => [row.id === before?.id, row.voidedAt !== null])).toEqual([
      [true, true],
      [false, false],
    ]);
    const requests = await world.app.db.signatureRequest.findMany({ where: { submissionId: id } });
    expect(requests.map((request) => request.status).sort()).toEqual(['pending', 'voided']);
  });

  it('the same rate on another day asks for nothing again', async () => {
    newDay();
    const id = await submitted({
      ...tariff('signed', 10_000),
      rules: [{ ...tariff('signed', 0).rules[0], unitMinor: 10_000 }] as never,
    });
    const before = await order(id);
    newDay();
    expect(await journey.sign(id)).toBe('signed');
    expect(await order(id)).toEqual(before);
  });

  it('a tariff without a price for the day of signing stops, and the owner is told', async () => {
    newDay();
    const pricing = tariff('signed', 10_000);
    const broken = { ...pricing.rules[0], id: 'broken', validFrom: tomorrow, count: ['divide', 1, 0] };
    const id = await submitted({ ...pricing, rules: [...pricing.rules, broken] as never });
    newDay();
    expect(await journey.sign(id)).toBe('failed');
    expect(await journey.alarms(id)).toEqual(['price_failed']);
    expect((await order(id))?.totalMinor).toBe(30_000);
  });
});

it('where the day of submitting decides, signing later changes nothing', async () => {
  newDay();
  const id = await submitted(tariff('submitted', 12_000));
  newDay();
  expect(await journey.sign(id)).toBe('signed');
  expect(await order(id)).toMatchObject({ totalMinor: 30_000 });
});
