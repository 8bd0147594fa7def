import { expect, type Page } from '@playwright/test';
import { tick } from './hand.ts';
import { choose, next, write } from './journey.ts';

/*
 * The municipality's services that are not paid by its ordinary card agreement, from an empty draft to the check page.
 */

/** 120 kr for each adult. */
export async function fillFishingCard(page: Page, adults = '2'): Promise<void> {
  await choose(page, 'period', 'day');
  await write(page, 'from', '1.7.2027');
  await write(page, 'adults', adults);
  await choose(page, 'declaration', 'confirmed');
  await next(page);
  await expect(page).toHaveURL(/\/check$/);
}

/** An electric car for a quarter: 450 kr. */
export async function fillParking(page: Page): Promise<void> {
  await write(page, 'plate', 'EL 12345');
  await choose(page, 'engine', 'electric');
  await choose(page, 'owner', 'self');
  await next(page);
  await page.locator('select[name="zone"]').selectOption('harbour');
  await choose(page, 'period', 'quarter');
  await write(page, 'from', '1.7.2027');
  await write(page, 'email', 'kari@example.test');
  await tick(page.locator('input[name="declaration"]'));
  await next(page);
  await expect(page).toHaveURL(/\/check$/);
}

/** A large stall with electricity for three days: 1 425 kr, of which VAT 45. */
export async function fillStall(page: Page): Promise<void> {
  await page.locator('select[name="goodsType"]').selectOption('plants');
  await write(page, 'goodsDescription', 'Stemorsblomster i potter');
  await write(page, 'phone', '98765432');
  await next(page);
  await choose(page, 'size', 'large');
  await write(page, 'from', '1.7.2027');
  await write(page, 'days', '3');
  await choose(page, 'power', 'yes');
  await choose(page, 'declaration', 'confirmed');
  await next(page);
  await expect(page).toHaveURL(/\/check$/);
}
