import { isSitePath } from '../safe-address.ts';
import { defineField } from './define-field.ts';

/** A picture from this site, so that no stranger learns who reads; `altTextImg` says what it shows. */
export const image = defineField({
  id: 'Image',
  widget: 'static',
  collects: 'nothing',
  titled: false,
  definitionProblems: ({ image: picture, textResourceBindings }) => [
    ...(textResourceBindings?.altTextImg === undefined ? ['wants textResourceBindings.altTextImg'] : []),
    ...(Object.values(picture?.src ?? {}).length > 0 ? [] : ['wants image.src']),
    ...Object.values(picture?.src ?? {})
      .filter((source) => !isSitePath(source))
      .map((source) => `"${source}" is no place on this site`),
  ],
});
