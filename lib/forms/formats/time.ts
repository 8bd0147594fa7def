import { isTime, readTime } from '../times.ts';
import { defineFormat } from './define-format.ts';

/** A time of the day; `min` and `max` of the component are `HH:mm`. */
export const time = defineFormat({
  id: 'time',
  isBound: (value, name) => isTime(value) && (name === 'min' || name === 'max'),
  inputProps: { inputMode: 'text', autoComplete: 'off', hintKey: 'validation.timeHint', size: 6 },
  read: readTime,
  errors(answer, { min, max }) {
    if (!isTime(answer)) return [{ code: 'time' }];
    if (min !== undefined && answer < min) return [{ code: 'dateMin', values: { min } }];
    return max !== undefined && answer > max ? [{ code: 'dateMax', values: { max } }] : [];
  },
});
