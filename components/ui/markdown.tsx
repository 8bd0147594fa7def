import { classNames } from './class-names.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Markdown as a safe subset of HTML; `topHeading` is the level of its largest heading. Server components only: the parser must not reach the browser. */
export function Markdown({
  source,
  className,
  topHeading = 3,
}: {
  source: string;
  className?: string;
  topHeading?: 2 | 3;
}) {
  return (
    <div
      className={classNames('kv-prose', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown escapes all HTML and lets through only links that are safe
      dangerouslySetInnerHTML={{ __html: renderMarkdown(source, topHeading) }}
    />
  );
}
