import type { ReactNode } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { ServiceText, Wording } from '@/lib/core/wording.ts';
import type { PageNode } from '@/lib/forms/page-node.ts';
import type { FormTexts } from '../widgets/form-texts.ts';
import type { OpenPage } from './form-page-props.ts';
import type { PriceView } from './price-view.ts';

/** What every part of a form page draws itself from. */
export interface FormView {
  page: OpenPage;
  hook: UseFormReturn;
  /** Another one draws the rows of the page anew. */
  rowsVersion: number;
  price: PriceView;
  serviceText: ServiceText;
  wording: Wording;
  texts: FormTexts;
  onChange(): void;
}

export interface NodeProps {
  node: PageNode;
  view: FormView;
  /** Draws what is inside it. */
  draw(nodes: readonly PageNode[]): ReactNode;
}
