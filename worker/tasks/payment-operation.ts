import { z } from 'zod';
import { performOperation } from '@/lib/workflow/paying/perform-operation.ts';
import type { Task } from '../task.ts';

const payload = z.object({ operationId: z.uuid() });

/** Carries out one planned operation at a provider. What is left undone, the timer carries on. */
export const paymentOperationTask: Task = {
  name: 'payment-operation',
  asksProvider: true,
  async run(app, input) {
    await performOperation(app, payload.parse(input).operationId);
  },
};
