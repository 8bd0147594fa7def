import { defineStructure } from './define-field.ts';

/** What it costs with the answers so far, line by line. */
export const paymentDetails = defineStructure({ id: 'PaymentDetails', structure: 'payment' });
