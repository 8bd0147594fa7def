import type { ComponentType } from 'react';
import type { Widget } from '@/lib/forms/fields/define-field.ts';
import { CheckboxesWidget } from './checkboxes-widget.tsx';
import { DateWidget } from './date-widget.tsx';
import { FetchWidget } from './fetch-widget.tsx';
import { FileWidget } from './file-widget.tsx';
import { RadioWidget } from './radio-widget.tsx';
import { SelectWidget } from './select-widget.tsx';
import { StaticWidget } from './static-widget.tsx';
import { TextWidget } from './text-widget.tsx';
import { TextareaWidget } from './textarea-widget.tsx';
import type { WidgetProps } from './widget.ts';

/** The closed set of controls; a field type names one of them. */
export const widgets: Record<Widget, ComponentType<WidgetProps>> = {
  text: TextWidget,
  textarea: TextareaWidget,
  radio: RadioWidget,
  checkboxes: CheckboxesWidget,
  select: SelectWidget,
  date: DateWidget,
  file: FileWidget,
  fetch: FetchWidget,
  static: StaticWidget,
};
