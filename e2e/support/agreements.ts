import type { Page } from '@playwright/test';

/** Keys of the sandbox's merchants, as the fields of the form are called; they open nothing outside it. */
export const merchants = {
  payex: {
    accessToken: 'sandbox-payex-access-token',
    payeeId: '5cabf558-5283-482f-b252-4d58e06f6f3b',
  },
  dibs: {
    merchantId: '90100001',
    macKey: '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67',
  },
  vipps: {
    merchantSerialNumber: '100001',
    clientId: 'sandbox-vipps-client-id',
    clientSecret: 'sandbox-vipps-client-secret',
    subscriptionKey: 'sandbox-vipps-subscription-key',
  },
} as const;

export function keyField(page: Page, name: string) {
  return page.locator(`[name="field.${name}"]`);
}

export async function tick(page: Page, group: 'methods' | 'cardTypes', ...values: string[]): Promise<void> {
  for (const value of values) await page.locator(`input[name="${group}"][value="${value}"]`).check();
}

/** Fills in the form of a new agreement and sends it; gives the path of the agreement's page. */
export async function addAgreement(
  page: Page,
  provider: keyof typeof merchants,
  displayName: string,
  methods: readonly string[],
): Promise<string> {
  await page.goto(`/admin/agreements/new?provider=${provider}`);
  for (const [name, value] of Object.entries(merchants[provider])) await keyField(page, name).fill(value);
  await page.locator('[name="displayName"]').fill(displayName);
  await tick(page, 'methods', ...methods);
  for (const type of await page.locator('input[name="cardTypes"]').all()) await type.check();
  await page.locator('form#keys button[type="submit"]').click();
  await page.waitForURL(/\/admin\/agreements\/[0-9a-f-]{36}\?done=added/);
  return new URL(page.url()).pathname;
}
