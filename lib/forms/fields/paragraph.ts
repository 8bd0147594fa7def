import { defineField } from './define-field.ts';

/** A text between questions, safe Markdown. */
export const paragraph = defineField({ id: 'Paragraph', widget: 'static', collects: 'nothing' });
