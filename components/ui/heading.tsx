import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface HeadingProps {
  level: 1 | 2 | 3 | 4;
  size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl';
  id?: string;
  className?: string;
  children: ReactNode;
}

const sizes = { 1: 'lg', 2: 'sm', 3: 'xs', 4: '2xs' } as const;

/** A heading; its size follows the level unless told otherwise. */
export function Heading({ level, size = sizes[level], id, className, children }: HeadingProps) {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} className={classNames('ds-heading', className)} data-size={size}>
      {children}
    </Tag>
  );
}
