'use client';

import { type SyntheticEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flatNodes } from '@/lib/forms/page-node.ts';
import { type RowChange, readRowChange } from '@/lib/forms/row-change.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import type { FormTexts } from '../widgets/form-texts.ts';
import { EarlierOffer } from './earlier-offer.tsx';
import { FormActions } from './form-actions.tsx';
import type { FormPageProps, OpenPage } from './form-page-props.ts';
import { FormTree } from './form-tree.tsx';
import { unpack } from './packed.ts';
import { errorOf } from './page-values.ts';
import { PriceBox } from './price-box.tsx';
import { SaveStatus } from './save-status.tsx';
import { useAutosave } from './use-autosave.ts';
import { formId, useFormPage } from './use-form-page.ts';
import { usePrice } from './use-price.ts';
import { rowSentence, useRowChanges } from './use-row-changes.ts';

/**
 * One page of a form. It is a plain form that posts to its save route and works without scripts; with them it checks a
 * field when it is left, opens and closes questions, saves as one goes and keeps the price in step.
 */
export function FormPage({ form, texts, page, statics, calculatePrice }: FormPageProps) {
  const opened = useMemo(() => ({ ...unpack(texts), ...unpack(page) }), [texts, page]);
  return <OpenedPage {...opened} form={form} statics={statics} calculatePrice={calculatePrice} />;
}

function OpenedPage(props: OpenPage) {
  const { hook, nodes, form, refresh, begin, posted, changeRows, ...drawn } = useFormPage(props);
  const { wording, serviceText } = drawn;
  const texts: FormTexts = (key, values) => wording.dynamic(`form.${key}`, values);
  const autosave = useAutosave(
    props.saveUrl,
    { answersVersion: props.answersVersion, mark: props.mark },
    () => asBody(posted()),
  );
  const { price, recalculate } = usePrice(props.price, props.calculatePrice, texts('priceUnknown'));
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const { errors } = hook.formState;
  const messages = flatNodes(nodes).flatMap((node) => {
    const message = errorOf(errors, node);
    return message === undefined ? [] : [{ fieldId: node.component.id, message }];
  });
  const [refused, setRefused] = useState(0);
  useFocusOn(clientSummaryId, refused);

  const changed = () => {
    refresh();
    autosave.changed();
    recalculate(posted);
  };
  const rows = useRowChanges(async (change) => {
    const focusId = await changeRows(change);
    autosave.changed();
    recalculate(posted);
    return { focusId, said: rowSentence(change, form(), serviceText, texts) };
  });
  const submit = useSubmit({
    changeRows: rows.change,
    isInOrder: () => hook.trigger(),
    settle: autosave.settle,
    refuse: () => setRefused((count) => count + 1),
  });

  return (
    <div className="kv-split">
      <form
        id={formId}
        method="post"
        action={props.saveUrl}
        encType={encTypeOf(props)}
        noValidate
        onSubmit={submit}
        onFocus={begin}
        onPointerDown={begin}
        className="kv-stack kv-form"
        data-gap="lg"
      >
        {/* Enter in a field presses the first button of a form. */}
        <Button name="action" value="next" className="ds-sr-only" tabIndex={-1} aria-hidden="true">
          {texts('next')}
        </Button>
        <Hidden name="_version" value={String(autosave.version.answersVersion)} />
        <Hidden name="_mark" value={autosave.version.mark} />
        {props.returnToCheck ? <Hidden name="_return" value="check" /> : null}
        {props.earlier ? <EarlierOffer sentence={props.earlier} texts={texts} /> : null}
        <FormTree nodes={nodes} view={{ ...drawn, page: props, hook, price, texts, onChange: changed }} />
        <VisuallyHidden>
          <span role="status">{rows.said}</span>
        </VisuallyHidden>
        {refused ? (
          <ErrorSummary
            id={clientSummaryId}
            title={texts('errorsTitle', { count: messages.length })}
            errors={messages}
          />
        ) : null}
        <FormActions
          texts={texts}
          isFirst={props.isFirst}
          isLast={props.isLast}
          returnToCheck={props.returnToCheck}
        />
        <SaveStatus state={autosave.state} texts={texts} />
      </form>
      <PriceBox price={price} texts={texts}>
        {scripted ? null : (
          <Button form={formId} name="action" value="calculate" variant="secondary" size="sm">
            {texts('priceCalculate')}
          </Button>
        )}
      </PriceBox>
    </div>
  );
}

const clientSummaryId = 'form-page-errors';

/** Values of their own that browsers must not put back after a reload. */
function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} autoComplete="off" />;
}

/** Next only goes on when the page is in order, and no post overtakes a save that is under way. */
function useSubmit({
  isInOrder,
  changeRows,
  settle,
  refuse,
}: {
  isInOrder(): Promise<boolean>;
  changeRows(change: RowChange): Promise<void>;
  settle(): Promise<void>;
  refuse(): void;
}) {
  const ready = useRef(false);
  return async (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => {
    if (ready.current) return;
    event.preventDefault();
    const form = event.currentTarget;
    const { submitter } = event.nativeEvent;
    const action = submitter instanceof HTMLButtonElement ? submitter.value : '';
    const change = readRowChange(action);
    if (change && (await changeRows(change).then(succeeds, fails))) return;
    const goesOn = action === 'next';
    if (goesOn && !(await isInOrder())) return refuse();
    await settle();
    // A second click while the first was on its way is the same post, once.
    if (ready.current) return;
    ready.current = true;
    // Not while the first submit event is still on its way: the browser would ignore it.
    setTimeout(() => form.requestSubmit(submitter), 0);
  };
}

const succeeds = () => true;
/** Such as a net that is gone for a moment: the button then posts the page, as it does without scripts. */
const fails = () => false;

function useFocusOn(id: string, times: number) {
  useEffect(() => {
    if (times) document.getElementById(id)?.focus();
  }, [id, times]);
}

function encTypeOf({ files }: OpenPage): 'multipart/form-data' | undefined {
  return Object.keys(files).length > 0 ? 'multipart/form-data' : undefined;
}

function asBody(fields: Record<string, string[]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
}
