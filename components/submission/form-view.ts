import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Answers } from '@/lib/core/answers.ts';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import type { ResolvedComponent } from '@/lib/forms/resolve-form.ts';
import type { FormTexts } from '../widgets/form-texts.ts';
import type { FormPageProps } from './form-page-props.ts';
import type { PriceView } from './price-view.ts';

/** What every part of a form page draws itself from. */
export interface FormView {
  page: FormPageProps;
  hook: UseFormReturn;
  /** What the controls were drawn with; what is typed since stands in them. */
  answers: Answers;
  /** Another one draws the rows of the page anew. */
  rowsVersion: number;
  price: PriceView;
  serviceText: ServiceText;
  wording: Wording;
  texts: FormTexts;
  onChange(): void;
}

export interface NodeProps {
  component: ResolvedComponent;
  view: FormView;
  /** Draws what is inside it. */
  draw(components: readonly ResolvedComponent[]): ReactNode;
}
