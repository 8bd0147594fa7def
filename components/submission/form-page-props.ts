import type { ReactNode } from 'react';
import type { Answers } from '@/lib/core/answers.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Form } from '@/lib/forms/component.ts';
import type { PageNode } from '@/lib/forms/page-node.ts';
import type { AttachedFile } from '../widgets/widget.ts';
import type { Packed } from './packed.ts';
import type { PlainTexts } from './plain-wording.ts';
import type { PriceView } from './price-view.ts';

/** Everything that the form page's client part is given. */
export interface FormPageProps {
  /** The whole form, as conditions look at other pages' answers. */
  form: Packed<Form>;
  texts: Packed<PageTexts>;
  page: Packed<PageData>;
  /** Text components, drawn on the server. */
  statics: Readonly<Record<string, ReactNode>>;
  /** The server action: what it would cost with what stands on the page. */
  calculatePrice(posted: Record<string, string[]>): Promise<PriceView | undefined>;
}

/** What is the same whoever fills in the page. */
export interface PageTexts {
  /** The service's texts that this page uses, by their keys. */
  serviceTexts: PlainTexts;
  /** The portal's texts: `form.*` that the page shows and all of `validation.*`. */
  texts: PlainTexts;
}

/** What is this case's own. */
export interface PageData {
  /** POST here; `/submissions/<id>/<page>/save`. */
  saveUrl: string;
  pageId: string;
  answers: Answers;
  /** What the page shows with them. */
  nodes: readonly PageNode[];
  answersVersion: number;
  mark: string;
  language: Language;
  price: PriceView;
  /** What the page is shown with after a post that was not in order, by component id. */
  errors: Readonly<Record<string, string>>;
  /** Beside answers that were fetched: where from, by data model path. */
  fetched: Readonly<Record<string, string>>;
  /** The offer to use the answers of the last time. */
  earlier?: string;
  files: Readonly<Record<string, readonly AttachedFile[]>>;
  /** Whether Next goes back to the summary that the person came from. */
  returnToCheck: boolean;
  isFirst: boolean;
  isLast: boolean;
}

/** The same as the page works with it. */
export type OpenPage = PageData & PageTexts & Pick<FormPageProps, 'form' | 'statics' | 'calculatePrice'>;
