import { expect, it } from 'vitest';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { takenWhenSigned } from './taken-when-signed.ts';

it.each([
  ['pay_before_sign', 'reserve', true],
  // Taken at once, and given back if nobody signs.
  ['pay_before_sign', 'now', false],
  ['pay_after_sign', 'reserve', false],
  ['submit_and_pay', 'reserve', false],
] as const)('%s, %s: %s', (variant, capture, expected) => {
  const definition = { variant, payment: { agreement: 'it', capture } } as unknown as ServiceDefinition;
  expect(takenWhenSigned(definition)).toBe(expected);
});
