import { expect, type Page } from '@playwright/test';

/** Keys of the sandbox's synthetic people. */
export const people = {
  kari: 'kari-testesen',
  ola: 'ola-provestad',
  lars: 'lars-testvik',
  gunnhild: 'gunnhild-provetun',
  emma: 'emma-testwood',
  nils: 'nils-teststi',
  synnove: 'synnove-testmyr',
} as const;

/** Published test cards of the sandbox's card page. */
export const cards = {
  good: '4925 0000 0000 0004',
  declined: '4925 0000 0000 0087',
  chargeFails: '4925 0000 0000 0079',
  threeDS: '4268 2700 8737 4847',
} as const;

/** On ID-porten's page: picks a person. */
export async function pickPerson(page: Page, person: string): Promise<void> {
  await page.locator(`[data-person="${person}"]`).click();
}

/** Signs in from the portal's own sign-in page and ends at `next`. */
export async function signIn(page: Page, person: string, next = '/inbox'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await page.locator('form[action="/sign-in/start"] button').first().click();
  await pickPerson(page, person);
  await page.waitForURL(`**${next}`);
}

/** Opens a service as a signed-in person and begins a draft; gives the case's id. */
export async function startService(page: Page, slug: string): Promise<string> {
  await page.goto(`/services/${slug}`);
  await page.locator(`form[action="/services/${slug}/start"] button`).first().click();
  await page.waitForURL('**/submissions/*/*');
  return caseId(page);
}

export function caseId(page: Page): string {
  const id = /submissions\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  if (!id) throw new Error(`Not at a case: ${page.url()}`);
  return id;
}

/** Presses the form page's main button and waits for the next page. */
export async function next(page: Page): Promise<void> {
  const before = page.url();
  await page.locator('.kv-actions button[name="action"][value="next"]').click();
  await page.waitForURL((url) => url.href !== before);
}

export async function choose(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

export async function write(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`[name="${name}"]:not([type="hidden"])`).fill(value);
}

/** Fills in the trademark application; `classes` decide the price: 3 200 kr with one, 800 kr for each more. */
export async function fillTrademark(page: Page, classes: string[] = ['25']): Promise<void> {
  await write(page, 'contactName', 'Kari Testesen');
  await write(page, 'contactEmail', 'kari@example.test');
  await choose(page, 'hasRepresentative', 'no');
  await next(page);
  await choose(page, 'markType', 'word');
  await write(page, 'markText', 'Testmerket');
  await choose(page, 'foreignWords', 'no');
  await next(page);
  for (const value of classes) await choose(page, 'classes', value);
  await write(page, 'goodsDescription', 'Klasse 25: arbeidsklær');
  await next(page);
  await choose(page, 'claimPriority', 'no');
  await next(page);
  await choose(page, 'handling', 'ordinary');
  await choose(page, 'declaration', 'confirmed');
  await next(page);
  await expect(page).toHaveURL(/\/check$/);
}

/** Confirms on the check page; where something is to be paid, the browser ends at the payment page. */
export async function confirm(page: Page): Promise<void> {
  await page.locator('form[action$="/check/save"] button[type="submit"]').click();
}

/** On the payment page: pays with a test card. */
export async function payByCard(page: Page, card: string = cards.good): Promise<void> {
  await page.waitForURL('**/nets/hostedpaymentpage/**');
  await page.locator('#cardNumber').fill(card);
  await page.locator('#expiry').fill('12/30');
  await page.locator('#cvc').fill('123');
  await page.getByRole('button', { name: /^Betal/ }).click();
}

export async function cancelAtProvider(page: Page): Promise<void> {
  await page.waitForURL('**/nets/hostedpaymentpage/**');
  await page.getByRole('button', { name: 'Avbryt' }).click();
}

/** The receipt page of a finished case. */
export async function expectReceipt(page: Page): Promise<void> {
  await page.waitForURL('**/receipts/*');
  await expect(page.locator('h1')).toBeVisible();
}
