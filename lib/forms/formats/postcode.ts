import { compact } from '@/lib/core/identifiers/modulus.ts';
import { defineFormat } from './define-format.ts';

/** A Norwegian postcode: four digits. */
export const postcode = defineFormat({
  id: 'postcode',
  inputProps: { inputMode: 'numeric', autoComplete: 'postal-code', size: 4 },
  read: (text) => (/^\d{4}$/.test(compact(text)) ? compact(text) : text),
  errors: (answer) => (/^\d{4}$/.test(answer) ? [] : [{ code: 'postcode' }]),
});
