import { expect, type Page } from '@playwright/test';
import { press, type } from './hand.ts';

/*
 * What a payer does on the payment pages of the providers, as the sandbox plays them. They follow the case's language, and
 * Vipps the browser's: these speak bokmål.
 */

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** On the landing page of Vipps: the telephone number, then the app. */
export async function openVippsApp(page: Page): Promise<void> {
  await page.waitForURL(/\/vipps\/landing/);
  await type(page.locator('#phone'), '912 34 567');
  await press(button(page, 'Neste'));
  await page.waitForURL('**/vipps/app?**');
}

/** In the app. */
export async function payInVippsApp(page: Page, pin = '1236'): Promise<void> {
  await type(page.locator('#pin'), pin);
  await press(button(page, /^Betal\s/));
}

export async function payWithVipps(page: Page): Promise<void> {
  await openVippsApp(page);
  await payInVippsApp(page);
}

/** Published test cards of PayEx. */
export const payexCards = {
  good: '4925 0000 0000 0004',
  threeDS: '4761 7390 0101 0416',
  /** Of no test: declined. */
  unknown: '4111 1111 1111 1111',
} as const;

/** On the payment menu of PayEx. */
export async function chooseAtPayex(page: Page, method: 'Kort' | 'Vipps' | 'Faktura'): Promise<void> {
  await page.waitForURL('**/payex/checkout/**');
  await press(button(page, method));
  await expect(page.locator('h1')).toHaveText(method);
}

export async function payAtPayexByCard(page: Page, card: string = payexCards.good): Promise<void> {
  await chooseAtPayex(page, 'Kort');
  await fillCard(page, card, '12/30', '123');
}

/** Published test cards of Netaxept. */
export const netaxeptCards = { good: '4925 0000 0000 0004', declined: '4925 0000 0000 0087' } as const;

/** In the terminal of Netaxept. */
export async function payAtNetaxept(page: Page, card: string = netaxeptCards.good): Promise<void> {
  await page.waitForURL('**/netaxept/Terminal/**');
  await fillCard(page, card, '12/30', '123');
}

/** The form that posts a payment to one of the windows of DIBS: the button is there without JavaScript too. */
export async function handOver(page: Page, window: 'dibs' | 'flexwin' = 'dibs'): Promise<void> {
  await page.waitForURL('**/to-payment');
  await press(button(page, 'Fortsett til betalingssiden'));
  await page.waitForURL(`**/${window}/*/payment?**`);
}

/** Published test cards of DIBS, all with expiry 06/24 and CVC 684. */
export const dibsCards = {
  good: '4711 1000 0000 0000',
  declined: '4711 0000 0000 0000',
  captureFails: '4711 1000 0000 0001',
} as const;

/** In the Payment Window. @param bank what the payer's bank does, as the simulated window lets one choose. */
export async function payAtDibs(
  page: Page,
  card: string = dibsCards.good,
  bank: 'frictionless' | 'challenge' | 'unavailable' = 'frictionless',
): Promise<void> {
  await page.locator('#threeDSecure').selectOption(bank);
  await fillCard(page, card, '06/24', '684');
}

async function fillCard(page: Page, card: string, expiry: string, cvc: string): Promise<void> {
  await type(page.locator('#cardNumber'), card);
  await type(page.locator('#expiry'), expiry);
  await type(page.locator('#cvc'), cvc);
  await press(button(page, /^Betal\s/));
}
