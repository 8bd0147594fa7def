import type { ReactNode } from 'react';
import type { Answers } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Form } from '@/lib/forms/component.ts';
import type { PageNode } from '@/lib/forms/page-node.ts';
import type { AttachedFile } from '../widgets/widget.ts';
import type { PlainTexts } from './plain-wording.ts';
import type { PriceView } from './price-view.ts';

/** Everything that the form page's client part is given; serializable but for what the server draws. */
export interface FormPageProps {
  /** POST here; `/submissions/<id>/<page>/save`. */
  saveUrl: string;
  pageId: string;
  /** The whole form, as conditions look at other pages' answers. */
  form: Form;
  answers: Answers;
  /** What the page shows with them. */
  nodes: readonly PageNode[];
  answersVersion: number;
  mark: string;
  language: Language;
  /** The service's texts that this page uses, by their keys. */
  serviceTexts: PlainTexts;
  /** The portal's texts: `form.*` that the page shows and all of `validation.*`. */
  texts: PlainTexts;
  price: PriceView;
  /** What the page is shown with after a post that was not in order, by component id. */
  errors: Readonly<Record<string, string>>;
  /** Beside answers that were fetched: where from, by data model path. */
  fetched: Readonly<Record<string, string>>;
  /** The offer to use the answers of the last time. */
  earlier?: string;
  files: Readonly<Record<string, readonly AttachedFile[]>>;
  /** Text components, drawn on the server. */
  statics: Readonly<Record<string, ReactNode>>;
  /** Whether Next goes back to the summary that the person came from. */
  returnToCheck: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** The server action: what it would cost with what stands on the page. */
  calculatePrice(posted: Record<string, string[]>): Promise<PriceView | undefined>;
}
