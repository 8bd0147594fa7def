import { defineStructure } from './define-field.ts';

/** Next and Back. The page draws its own, so nothing is drawn here. */
export const navigationButtons = defineStructure({ id: 'NavigationButtons', structure: 'buttons' });
