import type { ChangeEventHandler, FocusEventHandler, ReactNode, Ref } from 'react';
import type { ServiceText } from '@/lib/core/wording.ts';
import type { InputProps } from '@/lib/forms/fields/define-field.ts';
import type { ResolvedComponent } from '@/lib/forms/resolve-form.ts';
import type { FormTexts } from './form-texts.ts';

/** A file that is attached already. */
export interface AttachedFile {
  id: string;
  name: string;
  /** Value of the option that says what it is. */
  tag?: string;
  /** As people read it: «1,2 MB». */
  size: string;
  href: string;
}

/** What ties a control to the form's client part; absent on the server. */
export interface ControlHandlers {
  ref: Ref<HTMLInputElement & HTMLTextAreaElement & HTMLSelectElement>;
  onChange: ChangeEventHandler<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
  onBlur: FocusEventHandler<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
}

/** What every widget gets; each draws one kind of control and knows no field type. */
export interface WidgetProps {
  component: ResolvedComponent;
  label: string;
  hint?: string;
  help?: string;
  /** «Må fylles ut» or «Valgfritt». */
  mark?: string;
  error?: string;
  /** What stands in the control: one text, or the chosen values. */
  value: readonly string[];
  input: InputProps;
  serviceText: ServiceText;
  texts: FormTexts;
  handlers?: ControlHandlers;
  files: readonly AttachedFile[];
  /** Of a text component: drawn on the server. */
  content?: ReactNode;
}
