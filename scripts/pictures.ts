import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureChromium } from './checks/chromium.ts';
import { root } from './runtime/paths.ts';

/**
 * Walks through the demo of a running Kvitt and takes the pictures in `docs/images/`. Wants a portal with fresh demo
 * data: PORTAL_URL (default http://localhost:3000). People and cards are the sandbox's.
 */
const portal = process.env.PORTAL_URL ?? 'http://localhost:3000';
const folder = join(root, 'docs/images');
const desktop = { width: 1280, height: 860 };
const phone = { width: 390, height: 844 };

const emptyPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

const browser = await chromium.launch({
  executablePath: await ensureChromium(),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'],
});
mkdirSync(folder, { recursive: true });
try {
  await openPages(await newPage(browser));
  const page = await newPage(browser);
  await signIn(page, 'kari-testesen');
  await prefilled(page);
  await trademark(page);
  await buildingPermit(page);
  await shoot(page, 'in-progress-phone', phone, '/inbox/in-progress');
} finally {
  await browser.close();
}

async function openPages(page: Page): Promise<void> {
  await shoot(page, 'catalogue-desktop', desktop, '/');
  await shoot(page, 'service-desktop', desktop, '/services/varemerke');
}

/** A fee that the owner has issued: straight to the payment step. Nothing is paid. */
async function prefilled(page: Page): Promise<void> {
  await page.goto('/inbox/in-progress');
  const entry = page.locator('li', { hasText: 'Feiing og tilsyn, Prøveveien 1' });
  await entry.locator('a[href^="/submissions/"]').click();
  await page.waitForURL('**/pay');
  await shoot(page, 'pay-phone', phone);
}

/** `submit_and_pay`, from the form to the receipt in the message box. */
async function trademark(page: Page): Promise<void> {
  await start(page, 'varemerke');
  await write(page, { contactName: 'Kari Testesen', contactEmail: 'kari@example.test' });
  await choose(page, { hasRepresentative: 'no' });
  await next(page);
  await choose(page, { markType: 'word' });
  await write(page, { markText: 'Testmerket' });
  await choose(page, { foreignWords: 'no' });
  await next(page);
  for (const value of ['3', '5']) await page.locator(`input[name="classes"][value="${value}"]`).check();
  await page.locator('#price', { hasText: '4\u00a0000,00' }).waitFor();
  await shoot(page, 'form-desktop', desktop);
  await shoot(page, 'form-phone', phone);
  await write(page, { goodsDescription: 'Klasse 3: såper. Klasse 5: plaster.' });
  await next(page);
  await choose(page, { claimPriority: 'no' });
  await next(page);
  await choose(page, { handling: 'ordinary', declaration: 'confirmed' });
  await next(page);
  await page.waitForURL('**/check');
  await shoot(page, 'check-desktop', desktop);
  await page.locator('form[action$="/check/save"] button[type="submit"]').click();
  await page.locator('#cardNumber').fill('4925 0000 0000 0004');
  await page.locator('#expiry').fill('12/30');
  await page.locator('#cvc').fill('123');
  await shoot(page, 'card-page-phone', phone);
  await page.getByRole('button', { name: /^Betal/ }).click();
  await page.waitForURL('**/receipts/*');
  await shoot(page, 'receipt-desktop', desktop);
  await shoot(page, 'receipt-phone', phone);
  await until(async () => {
    await page.goto('/inbox');
    return (await page.locator('main').textContent())?.includes('Kvittering: Søk om registrering') ?? false;
  });
  await shoot(page, 'inbox-desktop', desktop);
}

/** `pay_after_sign`, as far as the signature. */
async function buildingPermit(page: Page): Promise<void> {
  await start(page, 'byggesoknad');
  await write(page, {
    gnr: '12',
    bnr: '34',
    street: 'Prøveveien 1',
    postcode: '0150',
    contactPhone: '98765432',
  });
  await choose(page, { isOwner: 'yes' });
  await next(page);
  await choose(page, { measureType: 'extension', dispensation: 'no' });
  await write(page, { area: '24,5', boundaryDistance: '4', measureDescription: 'Et lite tilbygg i tre.' });
  await next(page);
  await choose(page, { notified: 'exempt' });
  await write(page, { exemptReference: '2026/123' });
  await next(page);
  for (const [component, name] of [
    ['sitePlan', 'situasjonskart.pdf'],
    ['drawings', 'tegninger.pdf'],
  ] as const) {
    const input = page.locator(`input[type="file"][name="${component}"]`);
    await input.setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(emptyPdf) });
    await input.locator('xpath=following::button[@value="upload"][1]').click();
    await page.getByRole('link', { name }).waitFor();
  }
  await next(page);
  await page.locator('form[action$="/check/save"] button[type="submit"]').click();
  await page.waitForURL('**/sign');
  await shoot(page, 'sign-phone', phone);
}

async function newPage(from: Browser): Promise<Page> {
  const context = await from.newContext({
    baseURL: portal,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: desktop,
    deviceScaleFactor: 1.25,
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** What one sees first of a page, without the focus ring of what was pressed last. */
async function shoot(page: Page, name: string, size: typeof desktop, path?: string): Promise<void> {
  await page.setViewportSize(size);
  if (path) await page.goto(path);
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
    await document.fonts.ready;
  });
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
  await page.setViewportSize(desktop);
  console.log(`docs/images/${name}.png`);
}

async function signIn(page: Page, person: string): Promise<void> {
  await page.goto('/sign-in?next=%2Finbox');
  await page.locator('form[action="/sign-in/start"] button').first().click();
  await page.locator(`[data-person="${person}"]`).click();
  await page.waitForURL('**/inbox');
}

async function start(page: Page, slug: string): Promise<void> {
  await page.goto(`/services/${slug}`);
  await page.locator(`form[action="/services/${slug}/start"] button`).first().click();
  await page.waitForURL('**/submissions/*/*');
}

async function write(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await page.locator(`[name="${name}"]:not([type="hidden"])`).fill(value);
}

async function choose(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
}

async function next(page: Page): Promise<void> {
  const before = page.url();
  await page.locator('.kv-actions button[name="action"][value="next"]').click();
  await page.waitForURL((url) => url.href !== before);
}

/** Asks until it is so, for half a minute: what the worker does may take some seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 30; tries += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('It took too long.');
}
