import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameOfPage, pageStates, statesOf } from '../e2e/pages/page-states.ts';
import { walk } from './runtime/hashes.ts';
import { root } from './runtime/paths.ts';

/** Next's own kinds of pages; and whatever else writes a document or the status of a page that says what is wrong. */
const isPageFile = /\/(page|not-found|error|global-error)\.tsx$/;
const writesDocument =
  /\b(?:renderDocument|renderStaffDocument|htmlDocument|answerWithStatus|showPayment)\(|text\/html/;

/** Pages that nobody is shown. */
const notLookedAt: Record<string, string> = {
  '/_server/html-document': 'writes what the others say',
  '/_server/response-status': 'no page of its own',
  '/_server/show-payment': 'answers for the posts of a payment, which have states of their own',
  '/bench': 'there only while `npm run bench` measures',
  '/layout': 'what it says when nothing answers is what /_server/render-document says',
  '/frontchannel-logout': 'an empty answer in a hidden frame of ID-porten',
};

describe('every page and its states', () => {
  const found = pagesOf(
    walk(root, 'app')
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') })),
  );

  it('are in the list that axe follows, and the list has no page that is gone', () => {
    const listed = [...Object.keys(pageStates), ...Object.keys(notLookedAt)];
    expect(found.filter((page) => !listed.includes(page))).toEqual([]);
    expect(listed.filter((page) => !found.includes(page))).toEqual([]);
  });

  it('are each named by the journey that looks at them, which asks at its end whether it did', () => {
    const journeys = new Set(Object.values(pageStates).flatMap((states) => Object.values<string>(states)));
    expect([...journeys].flatMap((journey) => notNamed(statesOf(journey), sourceOf(journey)))).toEqual([]);
  });

  it('would be missed', () => {
    expect(
      pagesOf([
        { path: 'app/(portal)/new/[id]/page.tsx', source: '' },
        { path: 'app/new/route.ts', source: 'return renderDocument({ title });' },
        { path: 'app/other/route.ts', source: 'return seeOther(next);' },
      ]),
    ).toEqual(['/new/[id]', '/new']);
    expect(notNamed(['/: new', '/other: new', '/: old'], "look('/', 'old'); look('/', 'new')")).toEqual([
      'new',
    ]);
    expect(statesOf('open')).toContain('/: all services');
  });
});

function pagesOf(files: readonly { path: string; source: string }[]): string[] {
  return files
    .filter(({ path, source }) => isPageFile.test(path) || writesDocument.test(source))
    .map(({ path }) => nameOfPage(path));
}

function sourceOf(journey: string): string {
  return readFileSync(join(root, 'e2e/pages', `${journey}.ts`), 'utf8');
}

/** States that a source does not name as often as there are pages with one of that name. */
function notNamed(states: readonly string[], source: string): string[] {
  const names = states.map((each) => each.slice(each.indexOf(': ') + 2));
  const times = (name: string) => names.filter((other) => other === name).length;
  return [...new Set(names)].filter((name) => source.split(`'${name}'`).length - 1 < times(name));
}
