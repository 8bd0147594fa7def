import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test';
import { readIn } from '../support/accessible.ts';
import { Database } from '../support/database.ts';
import { Probe } from '../support/probe.ts';
import { Looker } from './look.ts';
import type { JourneyName } from './page-states.ts';

export interface Walk extends Pick<Looker, 'look' | 'visit'> {
  language: 'nb' | 'nn' | 'en';
  page: Page;
  database: Database;
  /** Sends requests as this page's person: what leads to a state need not be clicked to. */
  probe: Probe;
  /** For the sandbox's own addresses. */
  request: APIRequestContext;
  /** A browser of somebody else. */
  newPage(): Promise<Page>;
}

/** Goes one journey in one language, and asks at its end whether everything was looked at. */
export async function walk(
  browser: Browser,
  journey: JourneyName,
  language: Walk['language'],
  go: (walk: Walk) => Promise<void>,
): Promise<void> {
  const looker = new Looker(journey);
  const contexts: BrowserContext[] = [];
  const newPage = async () => {
    const context = await browser.newContext();
    contexts.push(context);
    return looker.follow(await context.newPage());
  };
  const database = await Database.open();
  const page = await newPage();
  try {
    await go({
      language,
      page,
      database,
      newPage,
      request: page.context().request,
      probe: new Probe(page.context().request),
      look: looker.look.bind(looker),
      visit: looker.visit.bind(looker),
    });
    looker.expectAll();
  } finally {
    // A language is the person's own, wherever they are.
    await readIn(page, 'nb').catch(() => undefined);
    await database.close();
    for (const context of contexts) await context.close();
  }
}
