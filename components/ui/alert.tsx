import type { ReactNode } from 'react';
import type { HeadingProps } from './heading.tsx';
import { Heading } from './heading.tsx';

export interface AlertProps {
  color?: 'info' | 'success' | 'warning' | 'danger';
  title?: ReactNode;
  titleLevel?: HeadingProps['level'];
  /** `alert` or `status` for what came of something that the person has just done; none for what the page always says. */
  role?: 'alert' | 'status';
  id?: string;
  children?: ReactNode;
}

/** A message that must be noticed; the colour also chooses the icon. */
export function Alert({ color = 'info', title, titleLevel = 2, role, id, children }: AlertProps) {
  return (
    <div className="ds-alert" data-color={color} role={role} id={id}>
      {title ? (
        <Heading level={titleLevel} size="xs">
          {title}
        </Heading>
      ) : null}
      {children ? (
        <div className="kv-stack" data-gap="sm">
          {children}
        </div>
      ) : null}
    </div>
  );
}
