import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, type Browser, expect, type PlaywrightWorkerArgs } from '@playwright/test';
import { confirmCase, type FinishedCase, filledBuilding, finishedBuilding, signCase } from './http-case.ts';
import { people, signIn } from './journey.ts';
import { allReplies, Probe } from './probe.ts';

export const sandboxUrl = process.env.E2E_SANDBOX_URL ?? 'http://127.0.0.1:4210';
export const portalOrigin = new URL(process.env.E2E_PORTAL_URL ?? 'http://localhost:3210').origin;
/** What no row has. */
export const unknownId = '11111111-1111-4111-8111-111111111111';

/** Cases to attack, and those who attack them. */
export interface HostileWorld {
  /** Owner of the cases. */
  kari: Probe;
  /** Signed in, and with no part in them. */
  ola: Probe;
  /** Not signed in. */
  nobody: Probe;
  /** For the sandbox's own addresses. */
  request: APIRequestContext;
  done: FinishedCase;
  /** A draft, filled in up to the check page. */
  draft: string;
  /** A case that waits for payment. */
  paying: string;
}

let built: Promise<HostileWorld> | undefined;

/** The world of this process, made on first use. */
export function hostileWorld(
  browser: Browser,
  playwright: PlaywrightWorkerArgs['playwright'],
): Promise<HostileWorld> {
  built ??= build(browser, playwright);
  return built;
}

async function build(
  browser: Browser,
  playwright: PlaywrightWorkerArgs['playwright'],
): Promise<HostileWorld> {
  const request = await playwright.request.newContext();
  const nobody = await newProbe(browser);
  const kari = await newProbe(browser, people.kari);
  const ola = await newProbe(browser, people.ola);
  const done = await finishedBuilding(kari, request, {
    measureDescription: `Tilbygg \u202egnp.exe\u202c \u{1f680} <script>alert(1)</script> "'&;-- ${'å\u{20000}'.repeat(300)}`,
    filenames: { sitePlan: `${'\u{20000}'.repeat(60)}a båt.pdf`, drawings: '..\\..\\<img src=x>.pdf' },
  });
  const draft = await filledBuilding(kari);
  const paying = await filledBuilding(kari);
  await confirmCase(kari, paying);
  await signCase(kari, paying);
  return { kari, ola, nobody, request, done, draft, paying };
}

/** A browser of its own, signed in or not. */
export async function newProbe(browser: Browser, person?: string): Promise<Probe> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (person) await signIn(page, person);
  return new Probe(context.request);
}

/** Of every answer so far: none is a 5xx, and no fødselsnummer, token or secret stands in one, in an address or in a log. */
export async function expectNothingLeaked({ request }: Pick<HostileWorld, 'request'>): Promise<void> {
  const register = await (await request.get(`${sandboxUrl}/register`)).text();
  const numbers = [...new Set(register.match(/\b\d{11}\b/g))];
  expect(numbers.length).toBeGreaterThanOrEqual(12);
  expect(
    allReplies
      .filter(({ status }) => status >= 500)
      .map(({ method, path, status }) => `${status} ${method} ${path}`),
  ).toEqual([]);
  const secret = /eyJ[\w-]{20,}\.[\w-]{20,}|Bearer [\w-]{10,}|sandbox-[a-z]+-secret/;
  for (const { path, body, location, headers } of allReplies) {
    const shown = `${path}\n${location}\n${body}`;
    expect(
      numbers.filter((number) => shown.includes(number)),
      path,
    ).toEqual([]);
    // Seals are signed by Kvitt for the person to keep: they are files, never parts of a page.
    if ((headers['content-type'] ?? '').includes('html')) expect(shown, path).not.toMatch(secret);
  }
  const logs = join(process.env.KVITT_DATA_DIR ?? '.data', 'logs');
  const names = existsSync(logs) ? readdirSync(logs).filter((name) => /portal|worker/.test(name)) : [];
  for (const name of names) {
    const text = readFileSync(join(logs, name), 'utf8');
    expect(
      numbers.filter((number) => text.includes(number)),
      name,
    ).toEqual([]);
    expect(text, name).not.toMatch(secret);
    expect(text, name).not.toMatch(/4925 ?0000 ?0000 ?0004|next-auth\.session-token=[0-9a-f]/);
  }
}
