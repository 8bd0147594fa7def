import { defineStructure } from './define-field.ts';

/** The same questions for each of several things, stored as an array of row objects. */
export const repeatingGroup = defineStructure({
  id: 'RepeatingGroup',
  structure: 'rows',
  titled: true,
  definitionProblems({ dataModelBindings, minCount = 0, maxCount, hiddenRow }) {
    return [
      ...(dataModelBindings?.group === undefined ? ['wants dataModelBindings.group'] : []),
      ...(maxCount !== undefined && maxCount < Math.max(1, minCount)
        ? ['wants a maxCount of at least 1 and minCount']
        : []),
      // A hidden row is not handed in, so it could never be one of those that must be there.
      ...(minCount > 0 && hiddenRow !== undefined ? ['wants either minCount or hiddenRow'] : []),
    ];
  },
});
