import type { ReactNode } from 'react';

/** An explanation that is folded away until it is asked for; works without JavaScript. */
export function HelpText({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className="kv-help">
      <summary>{label}</summary>
      <div className="kv-help-content">{children}</div>
    </details>
  );
}
