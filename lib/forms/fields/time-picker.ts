import { time } from '../formats/time.ts';
import { lineField } from './line-field.ts';

/** A time of the day, written as people write it. */
export const timePicker = lineField('TimePicker', 'text', () => time);
