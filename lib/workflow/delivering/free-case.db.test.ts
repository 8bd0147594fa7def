import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { describeReceipt } from '@/lib/receipts/describe-receipt.ts';
import { readArchiveFile } from '@/lib/receipts/read-archive.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { deliverCase } from './deliver-case.ts';

let world: World;
let kari: Actor;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
});
afterAll(() => world?.close());

it.each([
  ['paid', 'completed', 'da alle stegene var ferdige'],
  ['submitted', 'submitted', 'da det ble sendt inn'],
] as const)(
  'where %s counts and nothing is paid, the confirmation tells of %s, in the archive too',
  async (received, rule, words) => {
    const journey = newJourney(world, kari);
    const id = await journey.confirmed('pay_before_sign', { count: '0', change: { received } });
    const sentIn = world.clock.now();
    world.clock.forward(3600);
    expect(await journey.sign(id)).toBe('signed');
    await deliverCase(world.app, id);
    const at = rule === 'completed' ? world.clock.now() : sentIn;
    const { data } = await world.app.db.receipt.findFirstOrThrow({ where: { submissionId: id } });
    expect(data).toMatchObject({ series: 'confirmation', received: { rule, at: at.toISOString() } });
    const { reference } = await world.app.db.archiveRecord.findUniqueOrThrow({ where: { submissionId: id } });
    const { body } = await readArchiveFile(world.app.db, kari, reference, 'receipt.json');
    expect(await new Response(body).json()).toMatchObject({ received: { rule, at: at.toISOString() } });
    const { facts } = describeReceipt(data as unknown as ReceiptData);
    const told = facts.find(({ term }) => term === 'Regnes som mottatt');
    expect(told?.detail).toContain(words);
  },
);
