import { expect, test } from '@playwright/test';

test('the portal and the sandbox answer', async ({ page, request }) => {
  expect((await request.get('/api/health')).ok()).toBe(true);
  await page.goto('/');
  await expect(page.locator('h1')).toBeVisible();

  expect((await request.get(`${process.env.E2E_SANDBOX_URL}/`)).ok()).toBe(true);
});
