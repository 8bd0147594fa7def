import { defineFormat } from './define-format.ts';

/** Eight Norwegian digits, or a country code first. */
export const phone = defineFormat({
  id: 'phone',
  inputProps: { type: 'tel', inputMode: 'tel', autoComplete: 'tel', size: 16 },
  read(text) {
    const digits = text
      .replace(/[\s().-]/g, '')
      .replace(/^00/, '+')
      .replace(/^\+47(?=\d{8}$)/, '');
    return /^\+?\d+$/.test(digits) ? digits : text;
  },
  errors: (answer) => (/^(\d{8}|\+\d{7,15})$/.test(answer) ? [] : [{ code: 'phone' }]),
  format: (answer) =>
    answer
      .replace(/^([49]\d{2})(\d{2})(\d{3})$/, '$1\u00a0$2\u00a0$3')
      .replace(/^(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1\u00a0$2\u00a0$3\u00a0$4'),
});
