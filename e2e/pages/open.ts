import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { readIn } from '../support/accessible.ts';
import type { Walk } from './walk.ts';

/** What everybody can open, and what any page may become. */
export async function open({ page, language, look, visit }: Walk): Promise<void> {
  await readIn(page, language);
  await visit(page, '/', '/', 'all services', '.kv-service');
  await visit(page, '/?q=gebyr', '/', 'what a search found', '[role="status"]');
  await visit(page, '/?q=xyzzy', '/', 'a search that found nothing', '[role="status"]');
  await visit(page, '/services/varemerke', '/services/[slug]', 'with a form', 'form[action$="/start"]');
  await visit(page, '/services/feiing-og-tilsyn', '/services/[slug]', 'issued by its owner', '.ds-alert');
  await visit(page, '/sign-in?next=%2Finbox', '/sign-in', 'plain');
  await visit(page, '/sign-in?level=idporten-loa-high', '/sign-in', 'at a higher level');
  await visit(page, '/sign-in?error=cancelled', '/sign-in', 'cancelled', '.ds-alert[data-color="info"]');
  await visit(
    page,
    '/sign-in?error=unavailable',
    '/sign-in',
    'ID-porten does not answer',
    '.ds-alert[data-color="warning"]',
  );
  await visit(page, '/signed-out', '/signed-out', 'wholly');
  await visit(page, '/signed-out?partly=1', '/signed-out', 'here only');
  await visit(page, '/accessibility', '/accessibility', 'plain');
  await visit(page, '/privacy', '/privacy', 'plain');
  await visit(page, '/nowhere', '/not-found', 'signed out');

  await postFromElsewhere(page);
  await look(page, '/_server/same-origin', 'posted from elsewhere');

  const draw = drawnPages(language);
  await draw(page, 'unavailable');
  await look(page, '/_server/render-document', 'nothing answers');
  await draw(page, 'unavailableForStaff');
  await look(page, '/_server/render-staff-document', 'nothing answers');
  await draw(page, 'tooLow');
  await look(page, '/_server/guarded-page', 'a higher level is needed', 'a[href^="/sign-in?"]');
  await draw(page, 'error');
  await look(page, '/error', 'broken');
  await draw(page, 'globalError');
  await look(page, '/global-error', 'broken');
}

/** A form on a page of another site that posts to ours. */
async function postFromElsewhere(page: Page): Promise<void> {
  const portal = new URL(page.url()).origin;
  await page.goto('about:blank');
  await page.setContent(`<form method="post" action="${portal}/language"><button>Go</button></form>`);
  await page.getByRole('button').click();
  await page.waitForURL('**/language');
}

/** The pages of a Kvitt that is broken, shown at an address of ours so that they get its stylesheet. */
function drawnPages(language: string) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const args = ['--import', 'tsx', 'scripts/draw-broken-pages.tsx', language];
  const drawn: unknown = JSON.parse(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }));
  const documents = new Map(Object.entries(drawn as Record<string, string>));
  return async (page: Page, name: string) => {
    const address = `/drawn/${name}`;
    await page.route(`**${address}`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html>${documents.get(name) ?? ''}`,
      }),
    );
    await page.goto(address);
  };
}
