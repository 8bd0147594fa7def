import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** An ordinary link in running text. */
export function TextLink({ className, ...rest }: ComponentProps<'a'> & { href: string }) {
  return <a {...rest} className={classNames('ds-link', className)} />;
}
