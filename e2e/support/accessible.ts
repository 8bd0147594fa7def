import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

// axe by itself: its builder for Playwright looks into frames too, of which there are none, and takes twice as long.
const builder = createRequire(import.meta.url).resolve('@axe-core/playwright');
const axe = readFileSync(createRequire(builder).resolve('axe-core/axe.min.js'), 'utf8');

/** No fault that axe can find, and the parts that every page has: one h1, a title, a language. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
    );
  }, tags);
  expect(found, name).toEqual([]);
  expect(await page.title(), name).toMatch(/\S/);
  await expect(page.locator('h1'), name).toHaveCount(1);
  await expect(page.locator('html'), name).toHaveAttribute('lang', /^(nb|nn|en)$/);
}

/** Nothing to scroll to the side: neither the page nor a table in it. */
export async function expectFits(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  // A page that is on its way has nothing yet to be measured.
  await expect(page.locator('h1').first()).toBeVisible();
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.kv-table-frame')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${element.tagName} ${element.scrollWidth} > ${element.clientWidth}`),
  );
  expect(wide, `${page.url()} at ${width} px`).toEqual([]);
}

/** What the focus is on can be seen: by an outline or a shadow of its own or of what holds it. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return false;
    return [focused, focused.closest('.kv-service, .ds-field')].some((element) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
  });
  expect(seen, 'visible focus').toBe(true);
}

/**
 * What is wrong with the ties between controls, labels, hints and errors in the HTML as the server sent it: a screen
 * reader must have them before any script has run, and without.
 */
export async function wiringProblems(page: Page, path: string): Promise<string[]> {
  const html = await (await page.request.get(path)).text();
  const problems = await wiringProblemsIn(page, html);
  return /<(input(?![^>]* type="hidden")|select|textarea)\b/.test(html)
    ? problems
    : [...problems, 'no controls at all'];
}

/** The same of a page that need not have any controls. @param html as it was sent. */
export function wiringProblemsIn(page: Page, html: string): Promise<string[]> {
  return page.evaluate((source) => {
    const sent = new DOMParser().parseFromString(source, 'text/html');
    const all = <Kind extends Element = Element>(selector: string) => [
      ...sent.querySelectorAll<Kind>(selector),
    ];
    const refers = (element: Element | null, attribute: string) =>
      (element?.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
    const problems: string[] = [];
    const ids = all('[id]').map(({ id }) => id);
    problems.push(...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two of #${id}`));
    for (const attribute of ['aria-describedby', 'aria-labelledby', 'for']) {
      for (const element of all(`[${attribute}]`))
        for (const id of refers(element, attribute))
          if (!ids.includes(id)) problems.push(`${element.tagName} ${attribute}=${id} names nothing`);
    }
    const controls = all<HTMLInputElement>('input:not([type="hidden"]), select, textarea');
    for (const control of controls) {
      const labelled =
        (control.id && sent.querySelector(`label[for="${CSS.escape(control.id)}"]`)) ||
        refers(control, 'aria-labelledby').length > 0;
      if (!labelled) problems.push(`no label: ${control.outerHTML.slice(0, 120)}`);
      const described = [control, control.closest('fieldset')].flatMap((element) =>
        refers(element, 'aria-describedby'),
      );
      if (control.getAttribute('aria-invalid') === 'true' && !described.some((id) => id.endsWith('-error')))
        problems.push(`no error told: ${control.outerHTML.slice(0, 120)}`);
    }
    const named = all('[aria-describedby]').flatMap((element) => refers(element, 'aria-describedby'));
    for (const { id } of all('[data-field="description"][id], [data-field="validation"][id]'))
      if (!named.includes(id)) problems.push(`#${id} belongs to no control`);
    return problems;
  }, html);
}

/** Chooses a language as the menu does: for the signed-in person wherever they are, so put it back afterwards. */
export async function readIn(page: Page, language: 'nb' | 'nn' | 'en'): Promise<void> {
  const answer = await page.request.post('/language', { form: { language, next: '/' } });
  expect(answer.ok()).toBe(true);
}
