import { maxRows } from '@/lib/forms/instantiate.ts';
import type { PropertyReader } from '../component-mapper.ts';
import type { ObjectReader } from '../read-object.ts';

/** Ids of what lies inside. An old form writes the page of a many-paged group before the id: `1:street`. */
export function childIds(source: ObjectReader): string[] {
  return source.texts('children').map((id) => id.replace(/^\d+:/, ''));
}

/** In old layouts a `Group` that binds a list repeats. */
export function repeatsIn(source: ObjectReader): string | undefined {
  const repeats =
    source.node('dataModelBindings')?.members?.has('group') &&
    Number(source.node('maxCount')?.value ?? 0) > 1;
  return repeats ? 'RepeatingGroup' : undefined;
}

export const groupCounts: PropertyReader = (source, component, { subject }) => {
  const min = source.number('minCount');
  const max = source.number('maxCount');
  if (min !== undefined && min > 0) component.minCount = Math.min(Math.floor(min), maxRows);
  if (max === undefined || max < 1) return;
  component.maxCount = Math.min(Math.floor(max), maxRows);
  if (max > maxRows) subject.note('rowsCut', 'changed', { max: String(max), rows: String(maxRows) });
};

/** Whether an accordion is unfolded from the start. */
export const openAtFirst: PropertyReader = (source, component) => {
  if (source.flag('openByDefault')) component.openByDefault = true;
};

/** Whose answers a summary repeats; ids are put right when all pages are there. */
export const summaryOf: PropertyReader = (source, component, { subject }) => {
  const target = source.object('target');
  const page = source.text('pageRef') ?? (target?.text('type') === 'page' ? target.text('id') : undefined);
  const other =
    source.text('componentRef') ?? (target?.text('type') === 'component' ? target.text('id') : undefined);
  if (other !== undefined) component.target = { type: 'component', id: other };
  else if (page !== undefined) component.target = { type: 'page', id: page };
  const task = target?.text('taskId');
  if (task !== undefined) subject.note('propertyLook', 'info', { property: 'taskId', value: task });
};
