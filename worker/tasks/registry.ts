import type { Task } from '../task.ts';
import { compareSettlementsTask } from './compare-settlements.ts';
import { deliverCaseTask } from './deliver-case.ts';
import { deliverCreditNoteTask } from './deliver-credit-note.ts';
import { paymentOperationTask } from './payment-operation.ts';
import { sendAlarmMailTask } from './send-alarm-mail.ts';
import { sendNotificationTask } from './send-notification.ts';

/** One line per kind of job. */
export const tasks: readonly Task[] = [
  compareSettlementsTask,
  deliverCaseTask,
  deliverCreditNoteTask,
  paymentOperationTask,
  sendAlarmMailTask,
  sendNotificationTask,
];
