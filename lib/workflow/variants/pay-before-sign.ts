import type { Variant } from './variant.ts';

/** Altinn: «Utfylling, betaling og signering». */
export const payBeforeSign: Variant = { id: 'pay_before_sign', fill: true, steps: ['pay', 'sign'] };
