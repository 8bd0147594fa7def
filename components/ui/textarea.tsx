import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** Several lines of text. Spread `control` of Field on it. */
export function Textarea({ className, rows = 5, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={classNames('ds-input', className)} />;
}
