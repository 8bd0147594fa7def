import { defineField } from './define-field.ts';

/** A highlighted message. */
export const panel = defineField({ id: 'Panel', widget: 'static', collects: 'nothing' });
