import { z } from 'zod';
import { sendNotification } from '@/lib/workflow/delivering/send-notification.ts';
import type { Task } from '../task.ts';

const payload = z.object({ notificationId: z.uuid() });

/** Tells by e-mail that something waits in the message box. */
export const sendNotificationTask: Task = {
  name: 'send-notification',
  async run(app, input) {
    await sendNotification(app, payload.parse(input).notificationId);
  },
};
