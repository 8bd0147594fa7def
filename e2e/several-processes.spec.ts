import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { caseId, fillTrademark, people, reaches, signIn, startService } from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const secondPort = Number(process.env.E2E_SPARE_PORT ?? '3217');
const children: ChildProcess[] = [];

/** A process more of this installation, on the same database, as an operator would add one. */
async function startOneMore(only: 'portal' | 'worker', ready: RegExp): Promise<void> {
  const child = spawn(process.execPath, ['scripts/start.mjs', `--only=${only}`], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(secondPort),
      PORTAL_URL: process.env.E2E_PORTAL_URL,
      SANDBOX_PORT: process.env.E2E_SANDBOX_PORT,
      SANDBOX_SMTP_PORT: process.env.E2E_SMTP_PORT ?? '4225',
      PGPORT: process.env.E2E_PGPORT ?? '5639',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: unknown) => {
      output += String(chunk);
      if (ready.test(output)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', () => reject(new Error(`The second ${only} did not start:\n${output}`)));
  });
}

test.beforeAll(async () => {
  test.skip(!process.env.KVITT_DATA_DIR, 'needs the data folder of the running Kvitt (KVITT_DATA_DIR)');
  test.setTimeout(180_000);
  await startOneMore('worker', /The worker runs/);
  await startOneMore('portal', /The portal runs/);
});

test.afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null) continue;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

test('two portals and two workers on one database: asked by all of them at once, everything happens once', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000);
  const portals = [process.env.E2E_PORTAL_URL ?? '', `http://localhost:${secondPort}`];
  await signIn(page, people.nils);
  await startService(page, 'varemerke');
  await fillTrademark(page);
  const id = caseId(page);
  const hidden = (name: string) =>
    page.locator(`form[action$="/check/save"] input[name="${name}"]`).inputValue();
  const form = { seenAnswers: await hidden('seenAnswers'), seenPrice: await hidden('seenPrice') };
  const before = (await sandbox.payments(request)).length;
  const receipts = async () => {
    await page.goto('/inbox');
    return page.locator('main a', { hasText: 'Kvittering' }).count();
  };
  const had = await receipts();

  // The same confirmation, six times at once, at both portals.
  const confirmations = await Promise.all(
    [...portals, ...portals, ...portals].map((portal) =>
      page.request.post(`${portal}/submissions/${id}/check/save`, { form, maxRedirects: 0 }),
    ),
  );
  expect(confirmations.map((reply) => reply.status())).toEqual(Array(6).fill(303));
  const opened = (await sandbox.payments(request)).slice(before);
  expect(opened).toHaveLength(1);
  const payment = opened[0];
  if (!payment) throw new Error('No payment was opened');

  await sandbox.pay(request, payment.paymentId);
  const returns = await Promise.all(
    [...portals, ...portals, ...portals].map((portal) =>
      page.request.get(`${portal}/submissions/${id}`, { maxRedirects: 0 }),
    ),
  );
  for (const reply of returns) expect(reply.status()).toBeLessThan(500);
  await reaches(page, id, '/receipts/');

  // The second portal shows the same, to the same session.
  const there = await page.request.get(`${portals[1]}/submissions/${id}`, { maxRedirects: 0 });
  expect(there.headers().location).toContain('/receipts/');
  await expect.poll(receipts, { timeout: 20_000 }).toBe(had + 1);
  expect((await sandbox.payments(request)).slice(before)).toMatchObject([{ charged: payment.amount }]);
});
