import { defineField } from './define-field.ts';

/** A link out of the form: `title`, and `target`, the text key of where it leads (so that each language may have its own). */
export const link = defineField({
  id: 'Link',
  widget: 'static',
  collects: 'nothing',
  definitionProblems: ({ textResourceBindings }) =>
    textResourceBindings?.target === undefined ? ['wants textResourceBindings.target'] : [],
});
