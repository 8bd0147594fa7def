import type { ReactNode } from 'react';
import type { Language } from '@/lib/core/language.ts';
import { Heading } from '../ui/heading.tsx';

/** A page that says what is wrong, that nothing is lost, and where to go from here. */
export function HelpPage({
  title,
  about,
  paragraphs,
  children,
}: {
  title: string;
  /** What it concerns, in a language of its own. */
  about?: { text: string; language: Language | undefined };
  paragraphs: readonly string[];
  children?: ReactNode;
}) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{title}</Heading>
      <div className="kv-stack" data-gap="sm">
        {about ? <p lang={about.language}>{about.text}</p> : null}
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {children ? <div className="kv-actions">{children}</div> : null}
    </div>
  );
}
