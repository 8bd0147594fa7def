import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { ErrorHelp } from './error-help.tsx';

it.each(languages)('what broke on our side is told in %s, all of it', (language) => {
  const html = renderToStaticMarkup(<ErrorHelp languages={[language]} />);
  expect(html).toContain(`lang="${language}"`);
  expect(html).not.toMatch(/>\s*<\/(h1|p|a)>|undefined/);
});

it('takes along the words of this page only, since it is on every page’s budget', () => {
  const source = readFileSync(new URL('./error-help.tsx', import.meta.url), 'utf8');
  const words = [...source.matchAll(/from '@\/lib\/texts\/([^']*)'/g)].map(([, path]) => path);
  expect(words).toEqual(languages.map((language) => `${language}/error-page.ts`).sort());
  for (const path of words)
    expect(readFileSync(new URL(`../../lib/texts/${path}`, import.meta.url), 'utf8')).not.toContain(
      'import ',
    );
});
