import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Stylesheet {
  css: string;
  /** Changes when the CSS does. */
  version: string;
}

/** Parts of Designsystemet that the portal uses, by its own layers; the whole of it is three times as large. */
const designsystemet = {
  'ds.base': ['base', 'heading', 'label', 'paragraph', 'validation-message'],
  'ds.components': [
    'link',
    'data-size-workaround',
    'alert',
    'badge',
    'button',
    'card',
    'details',
    'error-summary',
    'field',
    'fieldset',
    'input',
    'list',
    'skip-link',
    'table',
    'tag',
  ],
};

const root = /* turbopackIgnore: true */ process.cwd();
/** Our own, in this order: what comes later wins. */
const own = [
  'base',
  'frame',
  'layout',
  'forms',
  'facts',
  'catalogue',
  'form-page',
  'screens',
  'message-box',
  'admin',
].map((part) => join(root, 'app/css', `${part}.css`));
let cached: { stylesheet: Stylesheet; modifiedMs: number } | undefined;

/**
 * The one stylesheet of the portal: Designsystemet's theme and the parts of it that are used, then our own. Pages of
 * Next and documents of route handlers link to the same, so that it is fetched once.
 */
export function stylesheet(): Stylesheet {
  try {
    const modifiedMs = Math.max(...own.map((path) => statSync(path).mtimeMs));
    if (cached?.modifiedMs !== modifiedMs) cached = { stylesheet: build(), modifiedMs };
    return cached.stylesheet;
  } catch (error) {
    // An upgrade changes the files before it restarts the process: what is in use stays.
    if (cached) return cached.stylesheet;
    throw error;
  }
}

/** Where a page links to: the version in the address lets browsers keep it for good. */
export function stylesheetHref(): string {
  return `/styles/kvitt.css?v=${stylesheet().version}`;
}

function build(): Stylesheet {
  const from = (...path: string[]) =>
    readFileSync(join(root, 'node_modules/@digdir/designsystemet-css/dist', ...path), 'utf8');
  const layers = Object.entries(designsystemet).map(
    ([layer, parts]) => `@layer ${layer}{${parts.map((part) => from('src', `${part}.css`)).join('\n')}}`,
  );
  const css = [
    '@layer kv.reset,ds.theme,ds.base,ds.components;',
    from('theme', 'designsystemet.css'),
    ...layers,
    ...own.map((path) => readFileSync(path, 'utf8')),
  ].join('\n');
  return { css, version: createHash('sha256').update(css).digest('hex').slice(0, 16) };
}
