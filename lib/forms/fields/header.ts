import { defineField } from './define-field.ts';

/** A heading between questions. */
export const header = defineField({ id: 'Header', widget: 'static', collects: 'nothing' });
