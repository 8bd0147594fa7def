import { expect, test } from '@playwright/test';

test('the portal and the sandbox answer', async ({ page, request }) => {
  expect((await request.get('/api/health')).ok()).toBe(true);
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();

  expect((await request.get(`${process.env.E2E_SANDBOX_URL}/`)).ok()).toBe(true);
});

test('the metrics are for whoever has the token', async ({ request }) => {
  const read = (headers: Record<string, string> = {}) => request.get('/api/metrics', { headers });
  const without = await read();
  test.skip(process.env.E2E_RUNNING === '1' && without.status() === 404, 'it was started without a token');
  expect(without.status()).toBe(401);
  expect(without.headers()['www-authenticate']).toContain('Bearer');
  const authorization = `Bearer ${process.env.METRICS_TOKEN}`;
  expect((await read({ authorization: `${authorization}x` })).status()).toBe(401);

  const asText = await read({ authorization });
  expect(asText.headers()['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  expect(await asText.text()).toMatch(/^kvitt_workers \d+$/m);
  const asOpenMetrics = await read({ authorization, accept: 'application/openmetrics-text; version=1.0.0' });
  expect(asOpenMetrics.headers()['content-type']).toContain('application/openmetrics-text');
  expect(await asOpenMetrics.text()).toMatch(/# EOF\n$/);
});
