import { defineField } from './define-field.ts';

const defaultMaxFiles = 10;

/** Attachments; the files themselves live in a room of their own, here they are only counted. */
export const fileUpload = defineField({
  definitionProblems: ({ options, optionsId }) =>
    options === undefined && optionsId === undefined ? [] : ['takes no options: that is FileUploadWithTag'],
  id: 'FileUpload',
  widget: 'file',
  collects: 'files',
  answerShape: 'list',
  requiredCode: () => 'requiredFile',
  fileErrors(count, component) {
    const max = component.maxNumberOfAttachments ?? defaultMaxFiles;
    return count > max
      ? [{ code: 'tooManyFiles', values: { max: String(max), extra: String(count - max) } }]
      : [];
  },
});

/** Name of the control that tells what the files are that go with a post. */
export function tagName(componentId: string): string {
  return `${componentId}-tag`;
}
