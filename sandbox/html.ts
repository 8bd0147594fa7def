import { stylesheet } from './stylesheet.ts';

/** Markup that is safe to send: made by `html`, or a constant of ours wrapped by `raw`. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type Content = Html | string | number | undefined | false | Content[];

/** Tagged template: every value is escaped, except markup made by `html` itself; arrays are joined. */
export function html(strings: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(strings.reduce((text, part, index) => text + render(values[index - 1]) + part));
}

/** Marks a constant as markup. Never give it what somebody typed. */
export function raw(markup: string): Html {
  return new Html(markup);
}

/** Escapes text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A whole document with the test banner. `head` adds to the head, e.g. a refresh; `language` is the page's. */
export function page(
  title: string,
  body: Html,
  options: { head?: Html; language?: string; party?: string } = {},
): string {
  return html`<!doctype html>
<html lang="${options.language ?? 'nb'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – TEST</title>
<link rel="icon" href="data:,">
<style>${raw(stylesheet)}</style>
${options.head}
</head>
<body>
<p class="banner"><strong>TEST</strong> ${options.party ?? 'Sandkasse'} – simulert. Ingen ekte personer eller penger.</p>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`.markup;
}

function render(content: Content): string {
  if (content === undefined || content === false) return '';
  if (Array.isArray(content)) return content.map(render).join('');
  if (content instanceof Html) return content.markup;
  return escapeHtml(String(content));
}
