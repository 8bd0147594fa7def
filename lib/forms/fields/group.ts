import { defineStructure } from './define-field.ts';

/** Questions that belong together, under one heading when it has a title. */
export const group = defineStructure({ id: 'Group', structure: 'group' });
