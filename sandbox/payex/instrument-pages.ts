import { type Html, html } from '../html.ts';
import { type CardForm, cvcFor, expiryFor, type TestCard, testCards } from './cards.ts';
import { renderFaultPanel, type WithFaults } from './fault-panel.ts';
import { at, payexPage, renderOrder, sumOf, type Visit } from './frame.ts';
import type { Instrument } from './instruments.ts';
import { renderCancel, renderProblem } from './menu-page.ts';
import { findMerchantById } from './merchants.ts';
import type { FormErrors } from './pay.ts';

export interface InstrumentModel extends WithFaults {
  instrument: Instrument;
  now: Date;
  form: Partial<CardForm & { msisdn: string }>;
  errors: FormErrors;
  problem?: string;
}

/** The page of one instrument: a plain form. */
export function renderInstrument(model: InstrumentModel): string {
  const { instrument, language } = model;
  const { texts } = language;
  return payexPage(
    texts.instruments[instrument.name],
    language,
    html`
    ${renderErrorSummary(model)}
    ${renderProblem(model)}
    ${renderOrder(model)}
    ${forms[instrument.page](model)}
    <p><a class="link" href="${at(model)}">${texts.otherMethod}</a></p>
    ${renderCancel(model)}
    ${instrument.page === 'card' && renderTestCards(model)}
    ${renderFaultPanel(model)}`,
  );
}

const forms: Record<Instrument['page'], (model: InstrumentModel) => Html> = {
  card(model) {
    const { texts } = model.language;
    return html`<section class="card" id="kort">
      <p>${texts.accepts}: ${findMerchantById(model.order.payeeId).cardBrands.join(', ')}</p>
      <form method="post" action="${at(model, '/card')}" class="stack" novalidate>
        ${field(model, 'cardNumber', { label: texts.cardNumber, autocomplete: 'cc-number', size: 23 })}
        ${field(model, 'expiry', { label: texts.expiry, hint: texts.expiryHint, autocomplete: 'cc-exp', size: 8 })}
        ${field(model, 'cvc', { label: texts.cvc, hint: texts.cvcHint, autocomplete: 'cc-csc', size: 6 })}
        <button type="submit" class="wide">${texts.pay} ${sumOf(model)}</button>
      </form></section>`;
  },
  vipps: (model) => appForm(model, model.language.texts.vippsNumber, model.language.texts.vippsHint),
  swish: (model) => appForm(model, model.language.texts.swishNumber, model.language.texts.swishHint),
  invoice(model) {
    const { texts } = model.language;
    return html`<form method="post" action="${at(model, '/invoice')}" class="stack card">
      <p>${texts.invoiceText}</p>
      <button type="submit" name="decision" value="approve" class="wide">${texts.invoiceApproved}</button>
      <button type="submit" name="decision" value="decline" class="quiet wide">${texts.invoiceDeclined}</button>
    </form>`;
  },
};

function appForm(model: InstrumentModel, label: string, hint: string): Html {
  const { texts } = model.language;
  const { name, page } = model.instrument;
  return html`<form method="post" action="${at(model, `/${page}`)}" class="stack card" novalidate>
    ${field(model, 'msisdn', { label, hint, autocomplete: 'tel', size: 18 })}
    <button type="submit" class="wide">${texts.toApp} ${name}</button>
  </form>`;
}

function renderErrorSummary({ errors, language }: InstrumentModel): Html | undefined {
  const items = (['cardNumber', 'expiry', 'cvc', 'msisdn'] as const).flatMap((name) => {
    const text = errorText(errors, name, language);
    return text ? [html`<li><a href="#${name}">${text}</a></li>`] : [];
  });
  if (items.length === 0) return undefined;
  return html`<div class="problem" role="alert"><p><strong>${language.texts.problems}</strong></p><ul>${items}</ul></div>`;
}

type FieldName = keyof InstrumentModel['form'];

function field(
  { form, errors, language }: InstrumentModel,
  name: FieldName,
  { label, hint, autocomplete, size }: { label: string; hint?: string; autocomplete: string; size: number },
): Html {
  const error = errorText(errors, name, language);
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint && html`<span id="${name}-hint" class="hint">${hint}</span>`}
    ${error && html`<span id="${name}-error" class="error">${error}</span>`}
    <input id="${name}" name="${name}" value="${form[name] ?? ''}" size="${size}" inputmode="${name === 'msisdn' ? 'tel' : 'numeric'}"
      autocomplete="${autocomplete}" required ${described && html`aria-describedby="${described}"`}
      ${error && html`aria-invalid="true"`}>
  </div>`;
}

function errorText(errors: FormErrors, name: FieldName, { texts }: Visit['language']): string | undefined {
  if (name === 'msisdn') return errors.msisdn && texts.errors.msisdn[errors.msisdn];
  return errors[name] && texts.errors[name][errors[name]];
}

function renderTestCards(model: InstrumentModel): Html {
  const { texts } = model.language;
  return html`<section class="card"><h2>${texts.testCards}</h2><p>${texts.testCardsText}</p>
    ${renderCards(model, firstOfEach)}
    <details><summary>${texts.moreTestCards}</summary>
      ${renderCards(
        model,
        testCards.filter((card) => !firstOfEach.includes(card)),
      )}</details></section>`;
}

/** The first card for each outcome: the list is long. */
const firstOfEach = testCards.filter(
  ({ outcome }, index) => testCards.findIndex((card) => card.outcome === outcome) === index,
);

function renderCards(model: InstrumentModel, cards: readonly TestCard[]): Html {
  const { texts } = model.language;
  return html`<ul class="cards">${cards.map(
    (card) => html`<li><a href="${at(model, '/card', { card: card.pan })}#kort">${card.brand}
      ${card.pan.replace(/(\d{4})(?=\d)/g, '$1 ')}</a> ${expiryFor(card, model.now)}, ${cvcFor(card)}:
      ${texts.outcomes[card.outcome]}</li>`,
  )}</ul>`;
}
