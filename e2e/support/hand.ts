import { expect, type Locator, type Page } from '@playwright/test';
import { expectVisibleFocus } from './accessible.ts';

/** Pages that are driven by keyboard alone. */
const keyboards = new WeakSet<Page>();

/** From now on everything on this page is done with Tab, arrows, Space and Enter. */
export function useKeyboard(page: Page): void {
  keyboards.add(page);
}

/** Presses a button or follows a link. */
export async function press(locator: Locator): Promise<void> {
  if (!keyboards.has(locator.page())) return locator.click();
  await tabToThis(locator);
  await locator.page().keyboard.press('Enter');
}

/** Writes into a field, in place of what stands there. */
export async function type(locator: Locator, text: string): Promise<void> {
  if (!keyboards.has(locator.page())) return locator.fill(text);
  const { keyboard } = locator.page();
  await tabToThis(locator);
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type(text);
}

/** Ticks a box, or chooses one of several. */
export async function tick(locator: Locator): Promise<void> {
  if (!keyboards.has(locator.page())) return locator.check();
  const { keyboard } = locator.page();
  if ((await locator.getAttribute('type')) !== 'radio') {
    await tabToThis(locator);
    if (!(await locator.isChecked())) await keyboard.press('Space');
  } else {
    // Tab comes to a group; the arrows go round in it and choose.
    const name = await locator.getAttribute('name');
    await tabTo(locator.page(), `input[type="radio"][name="${name}"]`);
    for (let presses = 0; !(await locator.isChecked()); presses += 1) {
      if (presses > 60) throw new Error(`The arrows never came to ${locator}`);
      await keyboard.press(presses === 0 ? 'Space' : 'ArrowDown');
    }
  }
  await expect(locator).toBeChecked();
}

/** Presses Tab until the focus is on what the selector names, looking at the focus on the way. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement === document.body)) continue;
    await expectVisibleFocus(page);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

async function tabToThis(locator: Locator): Promise<void> {
  const isFocused = () => locator.evaluate((element) => element === document.activeElement);
  const page = locator.page();
  await expect(locator).toBeVisible();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await isFocused()) return expectVisibleFocus(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${locator}`);
}
