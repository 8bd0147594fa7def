import type { ReactNode } from 'react';
import { Card } from '../ui/card.tsx';
import { Heading } from '../ui/heading.tsx';

export interface Fact {
  term: string;
  detail: ReactNode;
}

/** What one wants to know before starting, beside the text. */
export function ServiceFacts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <Card as="section" className="kv-facts-card" labelledBy="facts-title">
      <Heading level={2} size="xs" id="facts-title">
        {title}
      </Heading>
      <dl className="kv-facts">
        {facts.map(({ term, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
