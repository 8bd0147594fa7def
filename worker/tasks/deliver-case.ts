import { z } from 'zod';
import { deliverCase } from '@/lib/workflow/delivering/deliver-case.ts';
import { tellUndelivered } from '@/lib/workflow/delivering/tell-undelivered.ts';
import type { Task } from '../task.ts';

const payload = z.object({ submissionId: z.uuid() });

/** Archives a completed case and puts its receipt into the message box. */
export const deliverCaseTask: Task = {
  name: 'deliver-case',
  async run(app, input) {
    await deliverCase(app, payload.parse(input).submissionId);
  },
  async tell(app, input) {
    await tellUndelivered(app, payload.parse(input));
  },
};
