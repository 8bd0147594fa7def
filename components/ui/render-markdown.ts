import { Marked, type RendererObject, type Tokens } from 'marked';
import { isSafeAddress } from '@/lib/forms/safe-address.ts';

/** By the level of the largest heading: a page has its own h1, and often h2. */
const parsers = { 2: newParser(2), 3: newParser(3) };

/**
 * Markdown → HTML that can be shown as it is: HTML in the source is escaped, pictures become their words,
 * and links lead only to http(s), mailto, tel, a place on this site or on this page.
 */
export function renderMarkdown(source: string, topHeading: 2 | 3 = 3): string {
  return parsers[topHeading].parse(source, { async: false });
}

function newParser(topHeading: 2 | 3): Marked {
  return new Marked({ gfm: true, async: false, renderer: renderer(topHeading) });
}

function renderer(topHeading: 2 | 3): RendererObject {
  return {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escapeHtml(text),
    // Pictures could fetch from anywhere and tell who reads; their words are kept.
    image: ({ text }: Tokens.Image) => escapeHtml(text),
    heading({ tokens, depth }: Tokens.Heading) {
      const level = Math.min(Math.max(depth, topHeading), 6);
      return `<h${level} class="ds-heading" data-size="${level === 2 ? 'sm' : 'xs'}">${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
    link({ href, tokens }: Tokens.Link) {
      const text = this.parser.parseInline(tokens);
      return isSafeAddress(href) ? `<a class="ds-link" href="${escapeHtml(href)}">${text}</a>` : text;
    },
  };
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
