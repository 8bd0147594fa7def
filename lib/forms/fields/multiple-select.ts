import { checkboxes } from './checkboxes.ts';
import { defineField } from './define-field.ts';

/** Any number of many choices. As boxes to tick: a list that asks for Ctrl while one clicks is lost on most people. */
export const multipleSelect = defineField({ ...checkboxes, id: 'MultipleSelect' });
