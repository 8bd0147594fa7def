import type { Variant } from './variant.ts';

/** Altinn: «Utfylling, signering og betaling (med innsending)». */
export const payAfterSign: Variant = { id: 'pay_after_sign', fill: true, steps: ['sign', 'pay'] };
