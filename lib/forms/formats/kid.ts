import { isKid, normalizeKid } from '@/lib/core/identifiers/kid.ts';
import { defineFormat } from './define-format.ts';

/** KID of an invoice, by either control algorithm: which one is between owner and bank. */
export const kid = defineFormat({
  id: 'kid',
  inputProps: { inputMode: 'numeric', autoComplete: 'off', size: 25 },
  read: normalizeKid,
  errors: (answer) => (isKid(answer) ? [] : [{ code: 'kid' }]),
});
