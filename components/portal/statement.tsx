import { Heading } from '../ui/heading.tsx';
import { Markdown } from '../ui/markdown.tsx';

/** A longer text of the portal's own, in Markdown. */
export function Statement({ title, body }: { title: string; body: string }) {
  return (
    <article className="kv-page kv-stack">
      <Heading level={1}>{title}</Heading>
      <Markdown source={body} topHeading={2} />
    </article>
  );
}
