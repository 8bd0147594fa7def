import type { ReactNode } from 'react';
import { Heading } from '../ui/heading.tsx';

/** A page that says what is wrong, that nothing is lost, and where to go from here. */
export function HelpPage({
  title,
  paragraphs,
  children,
}: {
  title: string;
  paragraphs: readonly string[];
  children?: ReactNode;
}) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{title}</Heading>
      <div className="kv-stack" data-gap="sm">
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {children ? <div className="kv-actions">{children}</div> : null}
    </div>
  );
}
