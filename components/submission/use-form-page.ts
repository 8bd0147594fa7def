import { useEffect, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import { changeRows, focusAfter, type RowChange } from '@/lib/forms/change-rows.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { errorSentence } from '@/lib/forms/error-sentence.ts';
import type { ResolvedPage } from '@/lib/forms/resolve-form.ts';
import { validatePage } from '@/lib/forms/validate.ts';
import type { FormPageProps } from './form-page-props.ts';
import {
  answerComponents,
  answersWith,
  errorPath,
  nested,
  type PageValues,
  posted,
  resolvePage,
  valuesInDocument,
  valuesOf,
} from './page-values.ts';
import { plainWording } from './plain-wording.ts';

export const formId = 'form-page';

/** React Hook Form over the page: which questions are visible, what is wrong, what would be posted. */
export function useFormPage(props: FormPageProps) {
  const { form, pageId, texts, language } = props;
  const [wording] = useState(() => plainWording(language, texts));
  const serviceText = (key: string) => props.serviceTexts[key] ?? key;
  const [drawn, setDrawn] = useState(() => ({
    page: resolvePage(form, pageId, props.answers),
    /** With the rows that stand on the page; what is typed since stands in the controls. */
    answers: props.answers,
    /** The controls of rows are others when one has come or gone. */
    rowsVersion: 0,
  }));
  // Asked by timers too, which began in an earlier render.
  const live = useRef(drawn);
  const draw = (next: typeof drawn) => {
    live.current = next;
    setDrawn(next);
  };
  const answersNow = (values: Record<string, unknown>) =>
    answersWith(form, live.current.page, live.current.answers, values);

  const resolver: Resolver = (values) => {
    const options = { fileCounts: fileCounts(props) };
    const found = validatePage(form, pageId, answersNow(values), options).map(
      (error) => [error.componentId, errorSentence(form, error, wording, serviceText)] as const,
    );
    return found.length ? { values: {}, errors: errorsOf(live.current.page, found) } : { values, errors: {} };
  };
  const [firstErrors] = useState(() => errorsOf(drawn.page, Object.entries(props.errors)));
  const [firstValues] = useState(() => nested(firstValuesOf(props, drawn.page)));
  const hook = useForm({
    defaultValues: firstValues,
    errors: firstErrors,
    resolver,
    mode: 'onSubmit',
    shouldFocusError: false,
  });

  const pageNow = () => resolvePage(form, pageId, answersNow(hook.getValues()));
  const refresh = () => {
    const page = pageNow();
    if (conditionsOf(page) !== conditionsOf(live.current.page)) draw({ ...live.current, page });
  };
  const first = useRef(refresh);
  useEffect(() => first.current(), []);

  return {
    hook,
    serviceText,
    wording,
    refresh,
    ...drawn,
    /** Adds or takes away a row; gives the id of what gets the focus. */
    changeRows(change: RowChange): string {
      const answers = changeRows(form, pageId, answersNow(hook.getValues()), change);
      const page = resolvePage(form, pageId, answers);
      const [outermost = ''] = change.groupId.split('[');
      hook.unregister(outermost);
      draw({ page, answers, rowsVersion: live.current.rowsVersion + 1 });
      return focusAfter(form, pageId, answers, change);
    },
    /** What a plain form would post now. */
    posted: () => posted(hook.getValues(), pageNow()),
  };
}

/** By component, as React Hook Form keeps them; the first error of a field is the one that is told. */
function errorsOf(page: ResolvedPage | undefined, messages: readonly (readonly [string, string])[]) {
  const components = new Map((page ? instancesOf(page) : []).map((each) => [each.id, each]));
  const byPath = messages.map(([id, message]) => {
    const component = components.get(id);
    return [component ? errorPath(component) : id, { type: 'invalid', message }] as const;
  });
  return nested(Object.fromEntries([...byPath].reverse())) as Record<
    string,
    { type: string; message: string }
  >;
}

/** What the server put into the controls, and what stands there by now. */
function firstValuesOf({ answers, language }: FormPageProps, page: ResolvedPage | undefined): PageValues {
  const fromServer = valuesOf(page, answers, language);
  if (typeof document === 'undefined') return fromServer;
  const onPage = document.getElementById(formId);
  return onPage instanceof HTMLFormElement
    ? { ...fromServer, ...valuesInDocument(onPage, answerComponents(page)) }
    : fromServer;
}

function conditionsOf(page: ResolvedPage | undefined): string {
  return (page ? instancesOf(page) : [])
    .map(
      ({ hidden, required, readOnly, options }) =>
        `${Number(hidden)}${Number(required)}${Number(readOnly)}${options?.map(({ value }) => value).join(' ') ?? ''}`,
    )
    .join();
}

/** Files that are attached, and those that are chosen and go with the next post. */
function fileCounts({ files }: FormPageProps): Record<string, number> {
  return Object.fromEntries(
    Object.entries(files).map(([id, attached]) => {
      const control = typeof document === 'undefined' ? null : document.getElementById(id);
      const chosen =
        control instanceof HTMLInputElement && control.type === 'file' ? (control.files?.length ?? 0) : 0;
      return [id, attached.length + chosen];
    }),
  );
}
