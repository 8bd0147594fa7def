import { fields } from '@/lib/forms/fields/registry.ts';
import type { PropertyReader } from '../component-mapper.ts';
import { shown } from '../read-object.ts';
import { readOptions } from '../read-options.ts';

/** What people choose among: written in the component, or a list of the app. */
export const choices: PropertyReader = (source, component, context) => {
  const { subject } = context;
  const listId = source.text('optionsId');
  const own = source.list('options');
  if (own)
    component.options = readOptions(own, component.id, { reading: context, texts: context.texts, subject });
  else if (listId !== undefined) {
    if (context.optionLists.use(listId)) component.optionsId = listId;
    else subject.note('optionsMissing', 'lost', { list: listId });
  }
  if (
    !component.options?.length &&
    component.optionsId === undefined &&
    fields.get(component.type).collects === 'answer'
  ) {
    if (listId === undefined) subject.note('optionsNone', 'lost');
    component.type = 'Input';
    delete component.options;
  }
  for (const property of ['source', 'optionFilter', 'mapping', 'queryParameters', 'secure', 'sortOrder']) {
    const value = source.node(property);
    if (value && value.value !== false)
      subject.note('optionsComputed', 'lost', { property, value: shown(value.value) }, value.at);
  }
  const chosen = source.node('preselectedOptionIndex');
  if (chosen) subject.note('preselected', 'changed', { value: shown(chosen.value) }, chosen.at);
};
