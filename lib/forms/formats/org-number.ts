import {
  formatOrganisasjonsnummer,
  isOrganisasjonsnummer,
  normalizeOrganisasjonsnummer,
} from '@/lib/core/identifiers/organisasjonsnummer.ts';
import { defineFormat } from './define-format.ts';

/** Organisasjonsnummer: nine digits. */
export const orgNumber = defineFormat({
  id: 'orgNumber',
  inputProps: { inputMode: 'numeric', autoComplete: 'off', size: 12 },
  read: normalizeOrganisasjonsnummer,
  errors(answer) {
    if (!/^\d{9}$/.test(answer)) return [{ code: 'orgNumberLength' }];
    return isOrganisasjonsnummer(answer) ? [] : [{ code: 'orgNumberInvalid' }];
  },
  format: formatOrganisasjonsnummer,
});
