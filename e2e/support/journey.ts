import { expect, type Page } from '@playwright/test';
import { press, tick, type } from './hand.ts';

/** Keys of the sandbox's synthetic people. */
export const people = {
  kari: 'kari-testesen',
  ola: 'ola-provestad',
  lars: 'lars-testvik',
  gunnhild: 'gunnhild-provetun',
  emma: 'emma-testwood',
  nils: 'nils-teststi',
  synnove: 'synnove-testmyr',
  per: 'per-testholm',
  bjorg: 'bjorg-testdal',
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
  await press(page.locator(`[data-person="${person}"]`));
}

/** Signs in from the portal's own sign-in page and ends at `next`. */
export async function signIn(page: Page, person: string, next = '/inbox'): Promise<void> {
  await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
  await press(page.locator('form[action="/sign-in/start"] button').first());
  await pickPerson(page, person);
  await page.waitForURL(`**${next}`);
}

/** Opens a service as a signed-in person and begins a draft; gives the case's id. */
export async function startService(page: Page, slug: string): Promise<string> {
  await page.goto(`/services/${slug}`);
  await press(page.locator(`form[action="/services/${slug}/start"] button`).first());
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
  await press(page.locator('.kv-actions button[name="action"][value="next"]'));
  await page.waitForURL((url) => url.href !== before);
}

/** Pages without JavaScript: a question that an answer leads to comes when the page has been sent. */
const scriptless = new WeakSet<Page>();

export function withoutScripts(page: Page): void {
  scriptless.add(page);
}

async function reveal(page: Page, name: string): Promise<void> {
  const control = page.locator(`[name="${name}"]:not([type="hidden"])`);
  if (scriptless.has(page) && (await control.count()) === 0)
    await press(page.locator('.kv-actions button[name="action"][value="next"]'));
}

export async function choose(page: Page, name: string, value: string): Promise<void> {
  await reveal(page, name);
  await tick(page.locator(`input[name="${name}"][value="${value}"]`));
}

export async function write(page: Page, name: string, value: string): Promise<void> {
  await reveal(page, name);
  await type(page.locator(`[name="${name}"]:not([type="hidden"])`), value);
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
  await press(page.locator('form[action$="/check/save"] button[type="submit"]'));
}

/** On the payment page: pays with a test card. */
export async function payByCard(page: Page, card: string = cards.good): Promise<void> {
  await page.waitForURL('**/nets/hostedpaymentpage/**');
  await type(page.locator('#cardNumber'), card);
  await type(page.locator('#expiry'), '12/30');
  await type(page.locator('#cvc'), '123');
  await press(page.getByRole('button', { name: /^(Betal|Pay)/ }));
}

export async function cancelAtProvider(page: Page): Promise<void> {
  await page.waitForURL('**/nets/hostedpaymentpage/**');
  await press(page.getByRole('button', { name: /^(Avbryt|Cancel)/ }));
}

/** The receipt page of a finished case. */
export async function expectReceipt(page: Page): Promise<void> {
  await page.waitForURL('**/receipts/*');
  await expect(page.locator('h1')).toBeVisible();
}

/** A small real PDF, for the uploads that a form asks for. */
export function pdfFile(name: string) {
  const body =
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body) };
}

/** Uploads a file with the form page's own button, as without JavaScript too. */
export async function upload(page: Page, component: string, file: string): Promise<void> {
  const input = page.locator(`input[type="file"][name="${component}"]`);
  await input.setInputFiles(pdfFile(file));
  await press(input.locator('xpath=following::button[@value="upload"][1]'));
  await expect(page.locator('main')).toContainText(file);
}

/** Chooses whom to act for, in the header's menu. */
export async function actFor(page: Page, name: string): Promise<void> {
  await page.goto('/inbox');
  await press(page.locator('header details', { hasText: 'Handler for' }).locator('summary'));
  await press(page.getByRole('button', { name: new RegExp(name) }));
  await expect(page.locator('header')).toContainText(name);
}

/** Fills in the statement of sold litres; the price follows them. */
export async function fillLitres(page: Page): Promise<void> {
  await write(page, 'placeName', 'Testkroa');
  await write(page, 'licenceNumber', 'SB-2026-001');
  await write(page, 'street', 'Prøveveien 1');
  await write(page, 'postcode', '0150');
  await write(page, 'contactEmail', 'kro@example.test');
  await choose(page, 'period', 'whole');
  await next(page);
  for (const [index, litres] of ['12000', '3000', '1000'].entries())
    await write(page, `group${index + 1}`, litres);
  await choose(page, 'deviation', 'no');
  await next(page);
  await tick(page.locator('input[name="confirmedBy"]').first());
  await write(page, 'confirmedByName', 'Rune Testregn');
  await next(page);
  await expect(page).toHaveURL(/\/check$/);
}

/** Signs, by way of ID-porten when a step-up is asked for, and waits until the case has moved on from signing. */
export async function sign(page: Page, person: string): Promise<void> {
  await page.waitForURL('**/sign');
  const signing = page.url();
  await press(page.locator('button[value="sign"]'));
  await page.waitForURL((url) => url.href !== signing);
  if (page.url().includes('/idporten/')) {
    await pickPerson(page, person);
    await page.waitForURL('**/sign?stepUp=*');
    await press(page.locator('button[value="sign"]'));
  }
  // Enter comes back before the post is sent: whoever opened another page now would take it back.
  await page.waitForURL((url) => !url.pathname.endsWith('/sign'));
}

/** Fills in the building application: a small extension, with its attachments. */
export async function fillBuildingPermit(page: Page): Promise<void> {
  await write(page, 'gnr', '12');
  await write(page, 'bnr', '34');
  await write(page, 'street', 'Prøveveien 1');
  await write(page, 'postcode', '0150');
  await choose(page, 'isOwner', 'yes');
  await write(page, 'contactPhone', '98765432');
  await next(page);
  await choose(page, 'measureType', 'extension');
  await write(page, 'area', '24,5');
  await write(page, 'boundaryDistance', '4');
  await write(page, 'measureDescription', 'Et lite tilbygg i tre.');
  await choose(page, 'dispensation', 'no');
  await next(page);
  await choose(page, 'notified', 'exempt');
  await write(page, 'exemptReference', '2026/123');
  await next(page);
  await upload(page, 'sitePlan', 'kart.pdf');
  await upload(page, 'drawings', 'tegning.pdf');
  await next(page);
  await expect(page).toHaveURL(/\/check$/);
}

/** Opens the case until its state has brought it to a step: what the worker does may take some seconds. */
export async function reaches(page: Page, id: string, step: string, timeoutMs = 20_000): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(`/submissions/${id}`);
        return page.url();
      },
      { timeout: timeoutMs },
    )
    .toContain(step);
}

/** Fills in the registration of a boat with a plastic card, up to the check page. */
export async function fillBoat(page: Page): Promise<string> {
  const id = await startService(page, 'registrer-smabat');
  await page.locator('select[name="boatType"]').selectOption({ index: 1 });
  await write(page, 'maker', 'Testverft');
  await write(page, 'length', '6,5');
  await choose(page, 'hasEngine', 'no');
  await next(page);
  await choose(page, 'ownership', 'alone');
  await write(page, 'acquired', '01.05.2026');
  await next(page);
  await choose(page, 'card', 'plastic');
  await write(page, 'deliveryAddress-address', 'Prøveveien 1');
  await write(page, 'deliveryAddress-zipCode', '0150');
  await write(page, 'deliveryAddress-postPlace', 'Oslo');
  await page.locator('input[name="declaration"]').check();
  await next(page);
  await page.waitForURL('**/check');
  return id;
}

/** The case's reference, on a page that shows it: the provider's payments of it begin with it. */
export async function referenceOn(page: Page): Promise<string> {
  await expect(page.locator('main')).toContainText(/KV-/);
  const reference = /KV-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}/.exec(
    (await page.textContent('main')) ?? '',
  )?.[0];
  if (!reference) throw new Error(`No reference at ${page.url()}`);
  return reference;
}

/** Waits until a message lies in the message box. @param text of its line. */
export async function expectMessage(page: Page, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto('/inbox');
        return page.locator('main').textContent();
      },
      { timeout: 20_000 },
    )
    .toContain(text);
}
