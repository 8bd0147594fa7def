import type { ComponentProps } from 'react';
import type { ButtonVariant } from './button.tsx';
import { classNames } from './class-names.ts';
import type { Color, Size } from './color.ts';

export interface LinkButtonProps extends Omit<ComponentProps<'a'>, 'color'> {
  href: string;
  variant?: ButtonVariant;
  color?: Color;
  size?: Size;
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton({ variant = 'primary', color, size, className, ...rest }: LinkButtonProps) {
  return (
    <a
      {...rest}
      className={classNames('ds-button', className)}
      data-variant={variant}
      data-color={color}
      data-size={size}
    />
  );
}
