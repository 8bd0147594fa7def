import type { Answer } from './http.ts';
import { portalUrl } from './paths.ts';
import { begin, confirm, fillIn, gzip, pay, seeReceipt, textOf } from './trademark.ts';
import type { Visitor } from './visitor.ts';

export interface PageBytes {
  title: string;
  /** Bytes as sent, gzip. */
  html: number;
  js: number;
  /** What those scripts fetch besides, when somebody begins to use the page. */
  jsLater: number;
  css: number;
  /** Most JS that is aimed at, in use. */
  aimJs: number;
}

/** What a browser fetches for a page: its HTML, every script that the HTML or the React payload in it names, and its stylesheets. */
async function measurePage(visitor: Visitor, title: string, path: string, aimJs: number): Promise<PageBytes> {
  const page = await visitor.get(path, gzip);
  if (page.status !== 200) throw new Error(`${title}: ${path} answered ${page.status}`);
  const html = textOf(page);
  const scripts = new Set(scriptsIn(html));
  // For browsers without modules, which are too old for the portal anyway: the others don't fetch them.
  for (const [tag] of html.matchAll(/<script\b[^>]*\bnomodule\b[^>]*>/gi))
    scripts.delete(/src="([^"]+)"/.exec(tag)?.[1] ?? '');
  const styles = new Set(
    [...html.matchAll(/<link\b[^>]*>/g)]
      .filter(([tag]) => /rel="stylesheet"/.test(tag))
      .flatMap(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? []),
  );
  const loaded = await fetchAll(visitor, scripts);
  const later = new Set(
    loaded.flatMap((script) => scriptsIn(textOf(script))).filter((path) => !scripts.has(path)),
  );
  return {
    title,
    html: page.body.length,
    js: sizeOf(loaded),
    jsLater: sizeOf(await fetchAll(visitor, later)),
    css: sizeOf(await fetchAll(visitor, styles)),
    aimJs,
  };
}

function scriptsIn(text: string): string[] {
  return [...text.matchAll(/(?:\/_next\/)?(static\/chunks\/[\w./~%-]+\.js)/g)].map(
    ([, file]) => `/_next/${file}`,
  );
}

async function fetchAll(visitor: Visitor, paths: ReadonlySet<string>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const path of paths) {
    const answer = await visitor.get(path.replaceAll('&amp;', '&'), gzip);
    if (answer.status !== 200) throw new Error(`${portalUrl}${path} answered ${answer.status}`);
    answers.push(answer);
  }
  return answers;
}

function sizeOf(answers: readonly Answer[]): number {
  return answers.reduce((sum, { body }) => sum + body.length, 0);
}

const citizen = 145_000;
const light = 15_000;

/** The pages that a person meets, from the catalogue to the printed receipt. */
export async function measurePages(visitor: Visitor): Promise<PageBytes[]> {
  const draft = await begin(visitor);
  const form = `${draft}/goods`;
  const paid = await begin(visitor);
  await fillIn(visitor, paid, false);
  const check = `${paid}/check`;
  const measured = [
    await measurePage(visitor, 'Catalogue', '/', citizen),
    await measurePage(visitor, 'Service', '/services/varemerke', citizen),
    await measurePage(visitor, 'Form page', form, 160_000),
    await measurePage(visitor, 'Check page', check, citizen),
  ];
  const paymentPage = await confirm(visitor, paid, false);
  measured.push(await measurePage(visitor, 'Payment step', `${paid}/pay`, citizen));
  const receipt = await seeReceipt(visitor, paid, await pay(visitor, paymentPage, false));
  measured.push(
    await measurePage(visitor, 'Message box', '/inbox', citizen),
    await measurePage(visitor, 'In progress', '/inbox/in-progress', citizen),
    await measurePage(visitor, 'Receipt', receipt, light),
    await measurePage(visitor, 'Printed receipt', `${receipt}/print`, light),
  );
  return measured;
}
