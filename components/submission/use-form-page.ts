import { useEffect, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { ServiceText } from '@/lib/core/wording.ts';
import { errorMessage } from '@/lib/forms/error-message.ts';
import { errorLabelOf } from '@/lib/forms/label.ts';
import type { ResolvedComponent, ResolvedPage } from '@/lib/forms/resolve-form.ts';
import { validatePage } from '@/lib/forms/validate.ts';
import type { FormPageProps } from './form-page-props.ts';
import {
  answerComponents,
  answersWith,
  posted,
  resolvePage,
  valuesInDocument,
  valuesOf,
} from './page-values.ts';
import { plainWording } from './plain-wording.ts';

export const formId = 'form-page';

/** React Hook Form over the page: which questions are visible, what is wrong, what would be posted. */
export function useFormPage(props: FormPageProps) {
  const { form, pageId, answers, language, texts, errors: serverErrors } = props;
  const components = answerComponents(form, pageId);
  const [wording] = useState(() => plainWording(language, texts));
  const serviceText = (key: string) => props.serviceTexts[key] ?? key;
  const [page, setPage] = useState(() => resolvePage(form, pageId, answers));
  const [firstErrors] = useState(() =>
    Object.fromEntries(
      Object.entries(serverErrors).map(([id, message]) => [id, { type: 'server', message }]),
    ),
  );
  const [firstValues] = useState(() => {
    const fromServer = valuesOf(form, pageId, answers, language);
    if (typeof document === 'undefined') return fromServer;
    const onPage = document.getElementById(formId);
    return onPage instanceof HTMLFormElement
      ? { ...fromServer, ...valuesInDocument(onPage, components) }
      : fromServer;
  });

  const resolver: Resolver = (values) => {
    const now = answersWith(form, pageId, answers, values);
    const found = validatePage(form, pageId, now, { fileCounts: fileCounts(props) });
    const byId = found.map((error) => [
      error.componentId,
      {
        type: error.code,
        message: errorMessage(error, wording, labelIn(props, error.componentId, serviceText)),
      },
    ]);
    // The first error of a field is the one that is told.
    return found.length ? { values: {}, errors: Object.fromEntries(byId.reverse()) } : { values, errors: {} };
  };
  const hook = useForm({
    defaultValues: firstValues,
    errors: firstErrors,
    resolver,
    mode: 'onSubmit',
    shouldFocusError: false,
  });

  const isAnswer = ({ id }: { id: string }) => components.some((each) => each.id === id);
  const pageNow = () => resolvePage(form, pageId, answersWith(form, pageId, answers, hook.getValues()));
  const refresh = () => {
    const next = pageNow();
    setPage((before) =>
      conditionsOf(before?.components) === conditionsOf(next?.components) ? before : next,
    );
  };
  const first = useRef(refresh);
  useEffect(() => first.current(), []);

  return {
    hook,
    serviceText,
    wording,
    refresh,
    isAnswer,
    shown: visible(page),
    /** What a plain form would post now: asked late, so that it never is of an earlier render. */
    posted: () =>
      posted(
        hook.getValues(),
        visible(pageNow())
          .filter(isAnswer)
          .map(({ id }) => id),
      ),
  };
}

function visible(page: ResolvedPage | undefined): ResolvedComponent[] {
  return (page?.components ?? []).filter((component) => !component.hidden);
}

function conditionsOf(components: readonly ResolvedComponent[] = []): string {
  return components
    .map(({ hidden, required, readOnly }) => `${Number(hidden)}${Number(required)}${Number(readOnly)}`)
    .join();
}

function labelIn({ form }: FormPageProps, componentId: string, serviceText: ServiceText): string {
  const component = form.pages.flatMap((page) => page.components).find((each) => each.id === componentId);
  return component ? errorLabelOf(component, serviceText) : componentId;
}

/** Files that are attached, and those that are chosen and go with the next post. */
function fileCounts({ files, form, pageId }: FormPageProps): Record<string, number> {
  const page = form.pages.find((each) => each.id === pageId);
  return Object.fromEntries(
    (page?.components ?? []).map(({ id }) => {
      const control = typeof document === 'undefined' ? null : document.getElementById(id);
      const chosen =
        control instanceof HTMLInputElement && control.type === 'file' ? (control.files?.length ?? 0) : 0;
      return [id, (files[id]?.length ?? 0) + chosen];
    }),
  );
}
