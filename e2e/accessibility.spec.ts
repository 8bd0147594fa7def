import { test } from '@playwright/test';
import { agreeing } from './pages/agreeing.ts';
import { completed } from './pages/completed.ts';
import { filling } from './pages/filling.ts';
import { open } from './pages/open.ts';
import type { JourneyName } from './pages/page-states.ts';
import { paying } from './pages/paying.ts';
import { reconciling } from './pages/reconciling.ts';
import { signing } from './pages/signing.ts';
import { staff } from './pages/staff.ts';
import { type Walk, walk } from './pages/walk.ts';
import { expectAccessible, readIn } from './support/accessible.ts';
import { people, signIn, startService, write } from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * Every page in every state of pages/page-states.ts: axe, the HTML as it was sent, 320 pixels and text at twice its size.
 * In bokmål; in nynorsk and English a page of the form, or with KVITT_LONG=1 all of them.
 */

test.beforeEach(({ request }) => sandbox.clearFaults(request));
test.afterEach(({ request }) => sandbox.clearFaults(request));
test.setTimeout(420_000);

const journeys: Record<JourneyName, (walk: Walk) => Promise<void>> = {
  open,
  filling,
  paying,
  signing,
  completed,
  staff,
  reconciling,
  agreeing,
};
const languages = process.env.KVITT_LONG === '1' ? (['nb', 'nn', 'en'] as const) : (['nb'] as const);

for (const language of languages)
  for (const [journey, go] of Object.entries(journeys))
    test(`every page and state of ${journey}, in ${language}`, ({ browser }) =>
      walk(browser, journey as JourneyName, language, go));

for (const language of ['nn', 'en'] as const)
  test(`axe finds nothing on a page of the form in ${language}`, async ({ page }) => {
    await signIn(page, people.kari);
    await readIn(page, language);
    await startService(page, 'varemerke');
    await write(page, 'contactEmail', 'kari');
    await page.locator('.kv-actions button[value="next"]').click();
    await page.locator('.ds-error-summary').waitFor();
    await expectAccessible(page, 'a form page with errors');
    await readIn(page, 'nb');
  });
