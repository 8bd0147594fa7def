import { classNames } from './class-names.ts';
import { renderMarkdown } from './render-markdown.ts';

/** A service owner's Markdown as a safe subset of HTML. Server components only: the parser must not reach the browser. */
export function Markdown({ source, className }: { source: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown escapes all HTML and lets through only http(s), mailto, tel and own links
  return <div className={classNames('kv-prose', className)} dangerouslySetInnerHTML={{ __html: renderMarkdown(source) }} />;
}
