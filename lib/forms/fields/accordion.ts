import { defineStructure } from './define-field.ts';

/** Questions and texts that are folded away until somebody opens them. */
export const accordion = defineStructure({ id: 'Accordion', structure: 'details', titled: true });
