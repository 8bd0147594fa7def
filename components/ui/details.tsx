import type { ReactNode } from 'react';

/** A section that is folded away; works without JavaScript. */
export function Details({
  summary,
  open,
  children,
}: {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="ds-details" data-variant="default" data-color="neutral" open={open}>
      <summary>{summary}</summary>
      <div className="kv-stack" data-gap="sm">
        {children}
      </div>
    </details>
  );
}
