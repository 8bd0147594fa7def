import { defineStructure } from './define-field.ts';

/** Buttons beside each other. The page draws its own, so nothing is drawn here. */
export const buttonGroup = defineStructure({ id: 'ButtonGroup', structure: 'buttons' });
