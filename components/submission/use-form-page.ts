import { useEffect, useRef, useState } from 'react';
import { type Resolver, useForm } from 'react-hook-form';
import type { Answers } from '@/lib/core/answers.ts';
import { flatNodes, type PageNode } from '@/lib/forms/page-node.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';
import type { Standing } from './form-engine.ts';
import type { OpenPage } from './form-page-props.ts';
import { type Packed, unpack } from './packed.ts';
import { nested, nestedErrors, type PageValues, posted, valuesInDocument, valuesOf } from './page-values.ts';
import { plainWording } from './plain-wording.ts';

export const formId = 'form-page';

/** Fetched when somebody begins to fill in; the page is drawn, posts and saves without it. */
const engine = () => import('./form-engine.ts');

/** A chain of questions that open each other, as long as anybody would make it; the rest opens with the next answer. */
const maxRounds = 5;

interface Drawn {
  nodes: readonly PageNode[];
  /** With the rows that are drawn; what is typed since stands in the controls. */
  answers: Answers;
  /** The controls of rows are others when one has come or gone. */
  rowsVersion: number;
}

/** React Hook Form over the page: which questions are visible, what is wrong, what would be posted. */
export function useFormPage(props: OpenPage) {
  const { pageId, language } = props;
  const [wording] = useState(() => plainWording(language, props.texts));
  const serviceText = (key: string) => props.serviceTexts[key] ?? key;
  const [drawn, setDrawn] = useState<Drawn>({ nodes: props.nodes, answers: props.answers, rowsVersion: 0 });
  // Asked by timers too, which began in an earlier render.
  const live = useRef(drawn);
  const draw = (next: Drawn) => {
    live.current = next;
    setDrawn(next);
  };
  const form = useUnpacked(props.form);
  const standing = (values: object, { answers, nodes }: Drawn = live.current): Standing => ({
    ...{ form: form(), pageId, language, answers },
    posted: posted(values as Record<string, unknown>, nodes),
  });

  const resolver: Resolver = async (values) => {
    const judge = await engine().catch(() => undefined);
    // Without it nothing is judged here: the server does when the page is posted.
    const found = judge?.errorsNow(standing(values), fileCounts(props), wording, serviceText) ?? [];
    return found.length
      ? { values: {}, errors: nestedErrors(live.current.nodes, found) }
      : { values, errors: {} };
  };
  const [first] = useState(() => ({
    errors: nestedErrors(drawn.nodes, Object.entries(props.errors)),
    values: firstValues(drawn.nodes),
  }));
  const hook = useForm({
    defaultValues: nested(first.values),
    errors: first.errors,
    resolver,
    mode: 'onSubmit',
    shouldFocusError: false,
  });

  const refresh = async () => {
    const { nodesNow } = await engine();
    let next = live.current;
    for (let round = 0; round < maxRounds; round += 1) {
      const nodes = nodesNow(standing(hook.getValues(), next));
      const settled = conditionsOf(nodes) === conditionsOf(next.nodes);
      next = { ...next, nodes };
      if (settled) break;
    }
    if (conditionsOf(next.nodes) !== conditionsOf(live.current.nodes)) draw(next);
  };
  const refreshQuietly = () => void refresh().catch(() => undefined);
  const mount = useRef(() => {
    const fromServer = JSON.stringify(valuesOf(props.nodes));
    if (JSON.stringify(first.values) !== fromServer) refreshQuietly();
  });
  useEffect(() => mount.current(), []);

  return {
    hook,
    form,
    serviceText,
    wording,
    ...drawn,
    refresh: refreshQuietly,
    /** Somebody is about to fill in. */
    begin: () => void engine().catch(() => undefined),
    /** Adds or takes away a row; gives the id of what gets the focus. @throws when the browser cannot do it by itself. */
    async changeRows(change: RowChange): Promise<string> {
      const { withRowChange } = await engine();
      const { answers, nodes, focusId } = withRowChange(standing(hook.getValues()), change);
      const [outermost = ''] = change.groupId.split('[');
      hook.unregister(outermost);
      draw({ nodes, answers, rowsVersion: live.current.rowsVersion + 1 });
      return focusId;
    },
    /** What a plain form would post now. */
    posted: () => posted(hook.getValues(), live.current.nodes),
  };
}

/** Read when it is first asked for: nothing that is drawn needs the form. */
function useUnpacked<T>(packed: Packed<T>): () => T {
  const value = useRef<T>(undefined);
  return () => {
    value.current ??= unpack(packed);
    return value.current;
  };
}

/** What the server put into the controls, and what stands there by now. */
function firstValues(nodes: readonly PageNode[]): PageValues {
  const fromServer = valuesOf(nodes);
  if (typeof document === 'undefined') return fromServer;
  const onPage = document.getElementById(formId);
  return onPage instanceof HTMLFormElement
    ? { ...fromServer, ...valuesInDocument(onPage, nodes) }
    : fromServer;
}

function conditionsOf(nodes: readonly PageNode[]): string {
  return flatNodes(nodes)
    .map(
      ({ component: { id, required, readOnly, options }, rows }) =>
        `${id}${Number(required)}${Number(readOnly)}${rows.map((row) => Number(row.hidden)).join('')}${options?.map(({ value }) => value).join(' ') ?? ''}`,
    )
    .join();
}

/** Files that are attached, and those that are chosen and go with the next post. */
function fileCounts({ files }: OpenPage): Record<string, number> {
  return Object.fromEntries(
    Object.entries(files).map(([id, attached]) => {
      const control = typeof document === 'undefined' ? null : document.getElementById(id);
      const chosen =
        control instanceof HTMLInputElement && control.type === 'file' ? (control.files?.length ?? 0) : 0;
      return [id, attached.length + chosen];
    }),
  );
}
