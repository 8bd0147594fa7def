import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';

/** The browser's own file chooser: it works everywhere, also with a camera. Spread `control` of Field on it; the form needs `encType="multipart/form-data"`. */
export function FileInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  return <input {...rest} type="file" className={classNames('kv-file-input', className)} />;
}
