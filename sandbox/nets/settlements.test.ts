import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { orderBody, startNets } from './testing/start-nets.ts';

let sandbox: Awaited<ReturnType<typeof startNets>>;
beforeAll(async () => {
  sandbox = await startNets();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const body = () => orderBody('http://127.0.0.1:9/hook', { events: [] });
const report = async (query: string) => (await sandbox.call('GET', `/settlements?${query}`)).text;

describe('settlement reports', () => {
  it('tell of what moved that day in Oslo, with the fee, and of nothing else', async () => {
    const id = await sandbox.create(body());
    await sandbox.pay(id);
    await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 60_000 });
    await sandbox.call('POST', `/v1/payments/${id}/refunds`, { amount: 1_000 });
    const [header, ...lines] = (await report('date=2026-01-05')).trim().split('\r\n');
    expect(header).toBe(
      'report;settled_on;type;reference;payment_id;transaction_id;happened_on;amount;currency;fee',
    );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(
      new RegExp(`^NETS-2026-01-05;2026-01-05;payment;.*;${id};[0-9a-f]{32};2026-01-05;60000;NOK;760$`),
    );
    expect(lines[1]).toMatch(/;refund;.*;-1000;NOK;0$/);
    expect((await report('date=2026-01-06')).trim().split('\r\n')).toHaveLength(1);
  });

  it('get wrong what they are told to, for one payment', async () => {
    const id = await sandbox.create(body());
    await sandbox.pay(id);
    await sandbox.call('POST', `/v1/payments/${id}/charges`, { amount: 60_000 });
    sandbox.fault('settlement', 'currency', { reference: id });
    const lines = (await report('date=2026-01-05')).split('\r\n');
    expect(lines.filter((line) => line.includes(id)).join()).toMatch(/;SEK;/);
    expect(lines.filter((line) => !line.includes(id)).join()).not.toMatch(/;SEK;/);
  });

  it('refuse a day that is none, and show a page with links without one', async () => {
    expect((await sandbox.call('GET', '/settlements?date=yesterday')).status).toBe(400);
    expect(await report('')).toContain('/settlements?date=2026-01-05&#38;account=');
    expect(await report('reference=unheard-of')).not.toContain('&#38;account=');
  });
});
