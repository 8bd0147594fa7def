import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import type { Option } from './option.ts';

export interface SelectProps extends ComponentProps<'select'> {
  options: readonly Option[];
  /** First, empty choice, such as «Velg …». */
  emptyText?: string;
}

/** A list to choose one from, for more than about seven choices. Spread `control` of Field on it. */
export function Select({ options, emptyText, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={classNames('ds-input', className)}>
      {emptyText === undefined ? null : <option value="">{emptyText}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
