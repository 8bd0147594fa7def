import { z } from 'zod';
import { tellUndelivered } from '@/lib/workflow/delivering/tell-undelivered.ts';
import { deliverCreditNote } from '@/lib/workflow/refunding/deliver-credit-note.ts';
import type { Task } from '../task.ts';

const payload = z.object({ submissionId: z.uuid(), credits: z.string().min(1) });

/** Draws a credit note and puts it into the message box. */
export const deliverCreditNoteTask: Task = {
  name: 'deliver-credit-note',
  async run(app, input) {
    const { submissionId, credits } = payload.parse(input);
    await deliverCreditNote(app, submissionId, credits);
  },
  async tell(app, input) {
    await tellUndelivered(app, payload.parse(input));
  },
};
