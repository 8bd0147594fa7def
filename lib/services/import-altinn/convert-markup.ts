/** What a text with HTML becomes, and which tags it had. */
export interface Markup {
  text: string;
  /** Tags that became Markdown or plain text. */
  converted: string[];
  /** Tags whose effect is gone: scripts, films, buttons. */
  lost: string[];
}

/** Markdown before and after each tag; a tag that is not here leaves only its words. */
const tags: Record<string, readonly [string, string]> = {
  br: ['  \n', ''],
  hr: ['\n\n---\n\n', ''],
  p: ['\n\n', '\n\n'],
  div: ['\n\n', '\n\n'],
  section: ['\n\n', '\n\n'],
  b: ['**', '**'],
  strong: ['**', '**'],
  summary: ['**', '**\n\n'],
  i: ['*', '*'],
  em: ['*', '*'],
  ul: ['\n', '\n'],
  ol: ['\n', '\n'],
  li: ['\n- ', ''],
  h1: ['\n\n# ', '\n\n'],
  h2: ['\n\n## ', '\n\n'],
  h3: ['\n\n### ', '\n\n'],
  h4: ['\n\n#### ', '\n\n'],
  h5: ['\n\n##### ', '\n\n'],
  h6: ['\n\n###### ', '\n\n'],
};

/** Words alone would not say what these did. */
const active = new Set(
  'script style iframe video audio source img object embed form input button select svg'.split(' '),
);

const entities: Record<string, string> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  shy: '\u00ad',
};

/** HTML in a text (Altinn allows some) → Markdown, which Kvitt shows safely. Text without tags is left as it is. */
export function convertMarkup(source: string): Markup {
  const found = new Set<string>();
  const links: string[] = [];
  const bare = source.replace(/<(script|style)\b[^<>]*>[\s\S]*?<\/\1\s*>/gi, (_, tag: string) => {
    found.add(tag.toLowerCase());
    return '';
  });
  const text = bare
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi, (_, slash: string, name: string, attributes: string) => {
      const tag = name.toLowerCase();
      found.add(tag);
      if (tag === 'a') {
        if (slash) return `](${links.pop() ?? ''})`;
        links.push(/\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1] ?? '');
        return '[';
      }
      const [before, after] = (Object.hasOwn(tags, tag) ? tags[tag] : undefined) ?? ['', ''];
      // `</br>` is written by many who mean `<br>`.
      return slash && tag !== 'br' ? after : before;
    });
  if (found.size === 0) return { text: source, converted: [], lost: [] };
  return {
    text: text
      .replace(/&([a-z]+);/g, (whole, name: string) =>
        Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole,
      )
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    converted: [...found].filter((tag) => !active.has(tag)).sort(),
    lost: [...found].filter((tag) => active.has(tag)).sort(),
  };
}
