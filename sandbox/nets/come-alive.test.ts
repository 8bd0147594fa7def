import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startNets } from './testing/start-nets.ts';

let sandbox: Awaited<ReturnType<typeof startNets>>;
beforeAll(async () => {
  sandbox = await startNets();
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.clearFaults());

const terminate = (id: string) => sandbox.call('PUT', `/v1/payments/${id}/terminate`);

test('a terminated payment is paid after all when the books are asked for it, and no other is', async () => {
  const id = await sandbox.create();
  const comeAlive = () => sandbox.call('POST', `/books/${id}/come-alive`, {});
  expect((await comeAlive()).status).toBe(409);
  await terminate(id);
  expect((await comeAlive()).json).toMatchObject({ terminated: false, reserved: 60000 });
  expect((await comeAlive()).status).toBe(409);
});

test('the fault lets it happen by itself', async () => {
  const id = await sandbox.create();
  sandbox.fault('captured-after-failed', 'captured:0', { reference: id, times: 1 });
  expect((await terminate(id)).status).toBe(204);
  await vi.waitFor(async () =>
    expect(await sandbox.book(id)).toMatchObject({ terminated: false, reserved: 60000 }),
  );
});
