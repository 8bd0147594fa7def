import {
  formatKontonummer,
  isKontonummer,
  normalizeKontonummer,
} from '@/lib/core/identifiers/kontonummer.ts';
import { defineFormat } from './define-format.ts';

/** A Norwegian account number: eleven digits. */
export const account = defineFormat({
  id: 'account',
  inputProps: { inputMode: 'numeric', autoComplete: 'off', size: 14 },
  read: normalizeKontonummer,
  errors(answer) {
    if (!/^\d{11}$/.test(answer)) return [{ code: 'accountLength' }];
    return isKontonummer(answer) ? [] : [{ code: 'accountInvalid' }];
  },
  format: formatKontonummer,
});
