import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import type { Color, Size } from './color.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'color'> {
  variant?: ButtonVariant;
  color?: Color;
  size?: Size;
}

/** A button that says what happens; submits its form unless told otherwise. Never rendered disabled. */
export function Button({
  variant = 'primary',
  color,
  size,
  className,
  type = 'submit',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classNames('ds-button', className)}
      data-variant={variant}
      data-color={color}
      data-size={size}
    />
  );
}
