import type { ReactNode } from 'react';

/** One step up or back, at the top of a page. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="ds-link kv-back" href={href}>
      <span aria-hidden="true">← </span>
      {children}
    </a>
  );
}
