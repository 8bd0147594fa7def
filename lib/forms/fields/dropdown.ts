import { defineField } from './define-field.ts';
import { radioButtons } from './radio-buttons.ts';

/** One choice of many. */
export const dropdown = defineField({ ...radioButtons, id: 'Dropdown', widget: 'select' });
