import { defineStructure } from './define-field.ts';

/** Answers given so far: of a page, a component or the whole form. */
export const summary = defineStructure({ id: 'Summary', structure: 'summary' });
