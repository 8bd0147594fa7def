import { type ObjectReader, shown } from './read-object.ts';
import type { NoteCode, Subject, Weight } from './report.ts';

/** Properties that are known and have no counterpart; any other that nobody read is told of as unknown. */
const known: Readonly<Record<string, readonly [NoteCode, Weight]>> = {
  grid: ['propertyLook', 'info'],
  labelSettings: ['propertyLook', 'info'],
  layout: ['propertyLook', 'info'],
  groupingIndicator: ['propertyLook', 'info'],
  tableHeaders: ['propertyLook', 'info'],
  tableColumns: ['propertyLook', 'info'],
  tableHeadersMobile: ['propertyLook', 'info'],
  pageBreak: ['propertyLook', 'info'],
  showIcon: ['propertyLook', 'info'],
  size: ['propertyLook', 'info'],
  variant: ['propertyLook', 'info'],
  buttonStyle: ['propertyLook', 'info'],
  showBackButton: ['propertyLook', 'info'],
  readOnlyOnSummary: ['propertyLook', 'info'],
  alertOnChange: ['propertyLook', 'info'],
  alertOnDelete: ['propertyLook', 'info'],
  showLabelsInTable: ['propertyLook', 'info'],
  saveWhileTyping: ['savesItself', 'info'],
  triggers: ['checksItself', 'info'],
  validateOnNext: ['checksItself', 'info'],
  validateOnPrevious: ['checksItself', 'info'],
  validateOnSaveRow: ['checksItself', 'info'],
  showValidations: ['checksItself', 'info'],
  mapping: ['propertyMapping', 'info'],
  edit: ['groupEditing', 'changed'],
  renderAsSummary: ['rendersAsSummary', 'lost'],
  forceShowInSummary: ['propertyLook', 'info'],
};

/** Tells of every property that the mapping did not read. @param others how to tell of them where nothing of the component comes over. */
export function noteRest(source: ObjectReader, subject: Subject, others?: readonly [NoteCode, Weight]): void {
  for (const [property, { value, at }] of source.rest()) {
    const found = Object.hasOwn(known, property) ? known[property] : undefined;
    const ours = others && found?.[1] !== 'info' ? others : found;
    const [code, weight] = ours ?? (['unknownProperty', 'lost'] as const);
    subject.note(code, weight, { property, value: shown(value) }, at);
  }
}
