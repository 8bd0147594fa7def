import type { Step } from './step.ts';

/** Done when the money is in, or surely held: what comes after may go on, and completion takes it. */
export const pay: Step = {
  id: 'pay',
  title: 'payment.heading',
  waitsIn: 'awaiting_payment',
  deadline: 'paymentDays',
  isDone: (facts) => facts.settled || facts.held,
};
