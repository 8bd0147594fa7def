import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface TextInputProps extends ComponentProps<'input'> {
  /** About how many characters the answer has: sets the width, so that a postcode does not look like an essay. */
  characters?: number;
  /** Fixed words before and after, such as `kr` or `m²`; read by the label or hint, so hidden from screen readers here. */
  prefix?: string;
  suffix?: ReactNode;
}

/** One line of text. Spread `control` of Field on it. */
export function TextInput({ characters, prefix, suffix, className, type = 'text', ...rest }: TextInputProps) {
  const input = (
    <input {...rest} type={type} className={classNames('ds-input', className)} size={characters} />
  );
  if (!prefix && !suffix) return input;
  return (
    <div className="ds-field-affixes">
      {prefix ? (
        <span className="ds-field-affix" aria-hidden="true">
          {prefix}
        </span>
      ) : null}
      {input}
      {suffix ? (
        <span className="ds-field-affix" aria-hidden="true">
          {suffix}
        </span>
      ) : null}
    </div>
  );
}
