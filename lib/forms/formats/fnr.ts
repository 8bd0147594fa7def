import {
  isFodselsnummer,
  maskFodselsnummer,
  normalizeFodselsnummer,
} from '@/lib/core/identifiers/fodselsnummer.ts';
import { defineFormat } from './define-format.ts';

/** Fødselsnummer or D-nummer; shown masked everywhere but in the control itself. */
export const fnr = defineFormat({
  id: 'fnr',
  inputProps: { inputMode: 'numeric', autoComplete: 'off', size: 12 },
  read: normalizeFodselsnummer,
  errors(answer) {
    if (!/^\d{11}$/.test(answer)) return [{ code: 'fnrLength' }];
    return isFodselsnummer(answer) ? [] : [{ code: 'fnrInvalid' }];
  },
  format: (answer) => (/^\d{11}$/.test(answer) ? maskFodselsnummer(answer) : answer),
  inputValue: (answer) => answer,
});
