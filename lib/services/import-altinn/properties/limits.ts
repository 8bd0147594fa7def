import { isAutocomplete } from '@/lib/forms/autocomplete.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { isDate } from '@/lib/forms/dates.ts';
import type { PropertyReader } from '../component-mapper.ts';
import { readObject, shown } from '../read-object.ts';

/** Most characters, and what the browser may fill in. */
export const limits: PropertyReader = (source, component, { subject }) => {
  const most = source.number('maxLength');
  if (most !== undefined && most >= 1) component.maxLength = Math.floor(most);
  const autocomplete = source.text('autocomplete');
  if (autocomplete === undefined) return;
  if (isAutocomplete(autocomplete)) component.autocomplete = autocomplete;
  else subject.note('valueUnknown', 'changed', { property: 'autocomplete', value: autocomplete });
};

export function fixedFormat(format: string): PropertyReader {
  return (_, component) => {
    component.format = format;
  };
}

/** How a number is written in the field; Kvitt decides the looks itself, and keeps what bounds the answer. */
export const formatting: PropertyReader = (source, component, { report, subject, texts }) => {
  const variant = source.text('variant');
  if (variant !== undefined && variant !== 'text')
    subject.note('valueUnknown', 'info', { property: 'variant', value: variant });
  const outer = source.object('formatting');
  const number = outer && readObject(outer.node('number'), 'number', report);
  if (number) {
    component.format = number.number('decimalScale') === 0 || number.has('format') ? 'integer' : 'number';
    const decimals = number.number('decimalScale');
    if (decimals !== undefined && decimals > 0) component.maxDecimals = Math.min(Math.floor(decimals), 10);
    if (number.flag('allowNegative') === false) component.min = '0';
    const suffix = number.text('suffix')?.trim();
    if (suffix) component.unit = texts.keyFor(suffix, `${component.id}.unit`);
    for (const [property, { value, at }] of number.rest())
      subject.note('numberLook', 'info', { property, value: shown(value) }, at);
  }
  for (const [property, { value, at }] of outer?.rest() ?? [])
    subject.note('numberLook', 'info', { property, value: shown(value) }, at);
};

/** Earliest and latest day. Days that move (`today`) have no counterpart. */
export const dates: PropertyReader = (source, component, { subject }) => {
  for (const [property, bound] of [
    ['minDate', 'min'],
    ['maxDate', 'max'],
  ] as const) {
    const node = source.node(property);
    const day = typeof node?.value === 'string' ? node.value.slice(0, 10) : '';
    if (isDate(day)) component[bound] = day;
    else if (node) subject.note('dateBound', 'lost', { property, value: shown(node.value) }, node.at);
  }
  for (const property of ['timeStamp', 'format']) source.node(property);
};

/** How many files, and of which kinds. Kvitt takes PDF, PNG and JPEG of at most 10 MB each, whatever the name ends in. */
export const fileLimits: PropertyReader = (source, component, { subject }) => {
  const most = source.number('maxNumberOfAttachments');
  const least = source.number('minNumberOfAttachments') ?? 0;
  const size = source.number('maxFileSizeInMB');
  if (most !== undefined && most >= 1) component.maxNumberOfAttachments = Math.min(Math.floor(most), 100);
  if (least > 0) component.required = true;
  if (least > 1) subject.note('filesAtLeast', 'changed', { min: String(least) });
  if (size !== undefined && size !== 10) subject.note('fileSize', 'changed', { size: String(size) });
  source.flag('hasCustomFileEndings');
  source.text('displayMode');
  const endings = source.text('validFileEndings');
  if (endings !== undefined && !takesJust(endings)) subject.note('fileKinds', 'changed', { endings });
  if (component.dataModelBindings) dropBinding(component);
};

function takesJust(endings: string): boolean {
  const all = endings.split(',').map((each) => each.trim().replace(/^\./, '').toLowerCase());
  return ['pdf', 'png', 'jpg', 'jpeg'].every((each) => all.includes(each)) && all.length === 4;
}

/** Files lie in a room of their own; ids of files in the data model have no use. */
function dropBinding(component: FormComponent): void {
  delete component.dataModelBindings;
}

/** Whether an address is only street, postcode and place, as it is in Altinn when nothing is said. */
export const simplified: PropertyReader = (source, component) => {
  component.simplified = source.flag('simplified') ?? true;
};
