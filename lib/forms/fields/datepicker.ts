import { date } from '../formats/date.ts';
import { lineField } from './line-field.ts';

/** A day, written as people write it. */
export const datepicker = lineField('Datepicker', 'date', () => date);
