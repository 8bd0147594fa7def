import type { Step } from './step.ts';

export const sign: Step = {
  id: 'sign',
  title: 'signing.title',
  waitsIn: 'awaiting_signature',
  deadline: 'signingDays',
  isDone: (facts) => facts.signaturesMissing === 0,
};
