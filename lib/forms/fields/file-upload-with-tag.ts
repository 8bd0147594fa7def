import { choiceDefinitionProblems } from './choices.ts';
import { defineField } from './define-field.ts';
import { fileUpload } from './file-upload.ts';

/** Attachments where the person says of each what it is, among the options; asked when it is uploaded, so none is without. */
export const fileUploadWithTag = defineField({
  ...fileUpload,
  id: 'FileUploadWithTag',
  definitionProblems: (component) => [
    ...choiceDefinitionProblems(component),
    ...(component.textResourceBindings?.tagTitle === undefined
      ? ['wants textResourceBindings.tagTitle']
      : []),
  ],
});
