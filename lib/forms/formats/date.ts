import { formatDate, isDate, readDate } from '../dates.ts';
import { defineFormat } from './define-format.ts';

/** A day; `min` and `max` of the component are `YYYY-MM-DD`. */
export const date = defineFormat({
  id: 'date',
  isBound: (value, name) => isDate(value) && (name === 'min' || name === 'max'),
  inputProps: { inputMode: 'numeric', autoComplete: 'off', hintKey: 'validation.dateHint', size: 10 },
  read: readDate,
  errors(answer, { min, max }) {
    if (!isDate(answer)) return [{ code: 'date' }];
    if (min !== undefined && answer < min) return [{ code: 'dateMin', values: { min } }];
    return max !== undefined && answer > max ? [{ code: 'dateMax', values: { max } }] : [];
  },
  format: formatDate,
});
