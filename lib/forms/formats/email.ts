import { defineFormat } from './define-format.ts';

/** An address that mail can be sent to, loosely: the proof is that mail arrives. */
export const email = defineFormat({
  id: 'email',
  inputProps: { type: 'email', inputMode: 'email', autoComplete: 'email', spellCheck: false },
  read: (text) => text.replace(/\s/g, ''),
  errors: (answer) =>
    answer.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(answer) ? [] : [{ code: 'email' }],
});
