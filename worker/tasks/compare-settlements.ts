import { z } from 'zod';
import { compareSettlements } from '@/lib/workflow/reconciling/compare-settlements.ts';
import type { Task } from '../task.ts';

const payload = z.object({ agreementId: z.uuid() });

/** Compares an agreement's settlement reports with payments and cases. */
export const compareSettlementsTask: Task = {
  name: 'compare-settlements',
  async run(app, input) {
    await compareSettlements(app, payload.parse(input).agreementId);
  },
};
