import type { ReactNode } from 'react';
import type { Color } from './color.ts';

/** A short state or kind; never the only bearer of a meaning by its colour. */
export function Tag({
  color = 'neutral',
  variant = 'default',
  children,
}: {
  color?: Color;
  variant?: 'default' | 'outline';
  children: ReactNode;
}) {
  return (
    <span className="ds-tag" data-color={color} data-variant={variant} data-size="sm">
      {children}
    </span>
  );
}
