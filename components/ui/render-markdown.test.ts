import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

describe('renderMarkdown', () => {
  it('renders paragraphs, lists, emphasis and tables', () => {
    const html = renderMarkdown(
      'Du trenger **dette**:\n\n- målebrev\n- kart\n\n| a | b |\n|---|---|\n| 1 | 2 |',
    );
    expect(html).toContain('<strong>dette</strong>');
    expect(html).toContain('<li>målebrev</li>');
    expect(html).toContain('<td>1</td>');
  });

  it('puts headings below those of the page', () => {
    expect(renderMarkdown('# Satser')).toContain('<h3 class="ds-heading"');
  });

  it.each([
    '<script>alert(1)</script>',
    'hei <img src=x onerror=alert(1)> du',
    '<a href="javascript:alert(1)">x</a>',
  ])('escapes HTML: %s', (source) => {
    expect(renderMarkdown(source)).not.toMatch(/<(script|img|a)\b/);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](<java\tscript:alert(1)>)',
    '[x](data:text/html,hi)',
    '[x](//elsewhere.example)',
    '[x](/\\elsewhere.example)',
    '<javascript:alert(1)>',
    '![x](https://elsewhere.example/pixel.png)',
    '[x](vbscript:x)',
    '[x][r]\n\n[r]: javascript:alert(1)',
    '[x](&#106;avascript:alert(1))',
  ])('gives no link to what is not http(s), mailto, tel or our own: %s', (source) => {
    expect(renderMarkdown(source)).not.toMatch(/<a |<img|href=/);
  });

  it.each([
    'https://example.org/a?b=1&c="d',
    '/services/x',
    '#sats',
    'mailto:post@example.org',
    'tel:+4790000000',
  ])('links to %s', (href) => {
    expect(renderMarkdown(`[tekst](<${href}>)`)).toMatch(/<a class="ds-link" href="[^"]+">tekst<\/a>/);
  });
});
