import { expect, type Page } from '@playwright/test';

/** Keys of the sandbox's synthetic employees. */
export const employees = {
  /** Merkestyret: every role. */
  astrid: 'astrid-testdal',
  /** Merkestyret: case worker. */
  bjorn: 'bjorn-testgard',
  /** Fjordvik kommune: every role. */
  camilla: 'camilla-provevik',
  /** Kystregisteret: every role. */
  eva: 'eva-testnes',
} as const;

/** Signs in as an employee, by way of Ansattporten, and ends at `next`. */
export async function signInStaff(page: Page, employee: string, next = '/admin'): Promise<void> {
  await page.goto(`/admin/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator('form[action="/admin/sign-in/start"] button').click();
  await page.locator(`[data-employee="${employee}"]`).click();
  await page.waitForURL(`**${next}`);
}

/** Opens a service of the owner by a part of its title; gives the path of its page. */
export async function openService(page: Page, title: RegExp): Promise<string> {
  await page.goto('/admin');
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL('**/admin/services/*');
  return new URL(page.url()).pathname;
}

/** One text of a section's form. */
export function textField(page: Page, language: 'nb' | 'nn' | 'en', key: string) {
  return page.locator(`[name="text.${language}.${key}"]`);
}

export async function saveSection(page: Page): Promise<void> {
  await page.locator('form#section button[type="submit"]').click();
  await expect(page.locator('main')).toContainText('Utkastet er lagret');
}
