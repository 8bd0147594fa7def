import type { Variant } from './variant.ts';

/** Altinn: «Betaling (med innsending)». */
export const prefilled: Variant = { id: 'prefilled', fill: false, steps: ['pay'] };
