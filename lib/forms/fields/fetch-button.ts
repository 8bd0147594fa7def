import { defineField } from './define-field.ts';

/** The button of a lookup, with what it asks besides the number. Comes with a lookup only. */
export const fetchButton = defineField({
  id: 'FetchButton',
  widget: 'fetch',
  collects: 'nothing',
  definitionProblems: () => ['is part of a lookup and cannot stand by itself'],
});
