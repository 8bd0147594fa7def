import { defineField } from './define-field.ts';

const defaultMaxFiles = 10;

/** Attachments; the files themselves live in a room of their own, here they are only counted. */
export const fileUpload = defineField({
  id: 'FileUpload',
  widget: 'file',
  collects: 'files',
  answerShape: 'list',
  requiredCode: 'requiredFile',
  fileErrors(count, component) {
    const max = component.maxNumberOfAttachments ?? defaultMaxFiles;
    return count > max
      ? [{ code: 'tooManyFiles', values: { max: String(max), extra: String(count - max) } }]
      : [];
  },
});
