import type { ComponentProps } from 'react';
import { TextInput } from './text-input.tsx';

/**
 * A date as text (`dd.mm.åååå`): the browsers' own date pickers differ too much for people who use a screen reader or voice,
 * and the server reads several ways of writing a date.
 */
export function DateInput(props: ComponentProps<typeof TextInput>) {
  return <TextInput inputMode="numeric" autoComplete="off" characters={12} {...props} />;
}
