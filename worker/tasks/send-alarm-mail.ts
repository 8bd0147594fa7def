import { z } from 'zod';
import { sendAlarmMail } from '@/lib/workflow/alarms/send-alarm-mail.ts';
import type { Task } from '../task.ts';

const payload = z.object({ notificationId: z.uuid() });

/** Tells an owner by e-mail that something needs a person. */
export const sendAlarmMailTask: Task = {
  name: 'send-alarm-mail',
  async run(app, input) {
    await sendAlarmMail(app, payload.parse(input).notificationId);
  },
};
