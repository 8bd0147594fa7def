import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import type { Color } from './color.ts';

export interface CardProps {
  as?: 'div' | 'section' | 'article' | 'li';
  variant?: 'default' | 'tinted';
  color?: Color;
  className?: string;
  labelledBy?: string;
  children: ReactNode;
}

/** A bounded piece of a page. */
export function Card({
  as: Tag = 'div',
  variant = 'default',
  color = 'neutral',
  className,
  labelledBy,
  children,
}: CardProps) {
  return (
    <Tag
      className={classNames('ds-card', className)}
      data-variant={variant}
      data-color={color}
      aria-labelledby={labelledBy}
    >
      {children}
    </Tag>
  );
}
