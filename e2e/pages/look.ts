import { expect, type Page, type Response } from '@playwright/test';
import { expectAccessible, expectFits, wiringProblemsIn } from '../support/accessible.ts';
import { type JourneyName, type PageName, type StateOf, statesOf } from './page-states.ts';

/** Looks at pages in their states on one journey, and remembers which. */
export class Looker {
  private readonly seen = new Set<string>();
  private readonly sent = new WeakMap<Page, Response>();

  constructor(private readonly journey: JourneyName) {}

  /**
   * What must hold of every page in every state: nothing that axe finds, labels, hints and errors tied to their controls in
   * the HTML as it was sent, nothing to scroll to the side at 320 pixels or with the text at twice its size.
   * @param mark a selector of what tells that it is this state.
   */
  async look<Name extends PageName>(
    page: Page,
    name: Name,
    state: StateOf<Name>,
    mark = 'h1',
  ): Promise<void> {
    const what = `${name}: ${state}`;
    await expect(page.locator(mark).first(), what).toBeVisible();
    if (!name.startsWith('/_server/') && !anywhere.has(name))
      expect(page.url(), what).toMatch(addressOf(name));
    await expectAccessible(page, what);
    expect(await this.wiring(page), what).toEqual([]);
    await expectEverythingFits(page);
    this.seen.add(what);
  }

  /** Opens an address and looks. */
  async visit<Name extends PageName>(
    page: Page,
    path: string,
    name: Name,
    state: StateOf<Name>,
    mark?: string,
  ): Promise<void> {
    await page.goto(path);
    await this.look(page, name, state, mark);
  }

  /** Everything that this journey is there for has been looked at. */
  expectAll(): void {
    expect([...this.seen].sort()).toEqual(statesOf(this.journey).sort());
  }

  /** From now on what is sent to this page is kept, to be looked at as it was sent. */
  follow(page: Page): Page {
    page.on('response', (response) => {
      const request = response.request();
      if (request.isNavigationRequest() && request.frame() === page.mainFrame() && response.status() !== 303)
        this.sent.set(page, response);
    });
    return page;
  }

  /** Nothing to say of what came by way of a script: then no HTML of its own was sent. */
  private async wiring(page: Page): Promise<string[]> {
    const response = this.sent.get(page);
    const bare = (url: string) => url.replace(/#.*/, '');
    if (!response || bare(response.url()) !== bare(page.url())) return [];
    return wiringProblemsIn(page, await response.text());
  }
}

/** Pages that come at any address. */
const anywhere = new Set<string>(['/error', '/global-error', '/not-found']);

/** `/services/[slug]` as the addresses that it answers. */
function addressOf(name: string): RegExp {
  return new RegExp(`^https?://[^/]+${name.replace(/\[\w+\]/g, '[^/?#]+')}([?#].*)?$`);
}

/** On the narrowest screen; and at 1280 pixels enlarged to 200 %, the page as a whole or its text alone. */
async function expectEverythingFits(page: Page): Promise<void> {
  const before = page.viewportSize();
  await expectFits(page, 320);
  await expectFits(page, 640);
  // The policy lets no style sheet in, not even a test's.
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
  await expectFits(page, 1280);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  if (before) await page.setViewportSize(before);
}
