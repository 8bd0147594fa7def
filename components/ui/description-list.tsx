import type { ReactNode } from 'react';

export interface DescriptionRow {
  /** Only when terms may repeat. */
  key?: string;
  term: ReactNode;
  detail: ReactNode;
  /** Such as a link to change the answer. */
  action?: ReactNode;
}

/** What is what: answers to check, facts of a service, a receipt's data. */
export function DescriptionList({ rows }: { rows: readonly DescriptionRow[] }) {
  return (
    <dl className="kv-descriptions">
      {rows.map((row, index) => (
        <div key={row.key ?? index}>
          <dt>{row.term}</dt>
          <dd>{row.detail}</dd>
          {row.action ? <dd className="kv-descriptions-action">{row.action}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
