import { defineField } from './define-field.ts';

/** A message with a heading (`title`) and what it says (`body`, safe Markdown). */
export const alert = defineField({
  id: 'Alert',
  widget: 'static',
  collects: 'nothing',
  headed: { otherwise: 'Panel' },
});
