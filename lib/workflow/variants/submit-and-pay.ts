import type { Variant } from './variant.ts';

/** Altinn: «Utfylling og betaling (med innsending)». */
export const submitAndPay: Variant = { id: 'submit_and_pay', fill: true, steps: ['pay'] };
