import type { Fault } from '../context.ts';
import { type Html, html } from '../html.ts';
import { type CardForm, type CardFormErrors, offeredTypes, testCards, testCvc, testExpiry } from './cards.ts';
import { renderFaultPanel } from './fault-panel.ts';
import { dibsPage, hiddenId, windowAddress } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import type { ThreeDSecure } from './pay-payment.ts';
import { formatAmount, type Language } from './texts.ts';

export interface WindowPageModel {
  payment: PaymentRecord;
  merchantName: string;
  language: Language;
  /** Active faults of this payment. */
  faults: Fault[];
  /** All that there are. */
  known: Record<string, Record<string, string>>;
  form: Partial<CardForm>;
  errors: CardFormErrors;
  /** Absolute address of a page. */
  url(path: string): string;
}

/** The window while the payer can pay: order, card form, way back, test cards and faults. No JavaScript. */
export function renderWindowPage(model: WindowPageModel): string {
  const { payment, language, errors } = model;
  const { texts, code } = language;
  const sum = formatAmount(payment.amount, payment.currency, code);
  return dibsPage(
    `${texts.payTo} ${model.merchantName}`,
    language,
    html`
    ${Object.keys(errors).length > 0 && renderErrorSummary(errors, language)}
    ${payment.declined && html`<div class="problem" role="alert"><p>${texts.declined[payment.declined]}</p></div>`}
    <section class="card"><h2>${texts.order}</h2>
      <table class="order"><tbody>
        <tr><th scope="row">${texts.reference}</th><td>${payment.orderId}</td></tr>
        <tr><th scope="row">${texts.total}</th><td><strong>${sum}</strong></td></tr>
      </tbody></table></section>
    <section class="card" id="kort"><h2>${texts.card}</h2>
      <p>${texts.accepts}: ${offeredTypes(payment).join(', ')}</p>
      <form method="post" action="${model.url('/pay')}" class="stack" novalidate>
        ${hiddenId(payment)}
        ${field(model, 'cardNumber', { label: texts.cardNumber, autocomplete: 'cc-number', size: 23 })}
        ${field(model, 'expiry', { label: texts.expiry, hint: texts.expiryHint, autocomplete: 'cc-exp', size: 8 })}
        ${field(model, 'cvc', { label: texts.cvc, hint: texts.cvcHint, autocomplete: 'cc-csc', size: 6 })}
        ${renderBank(language)}
        <button type="submit" class="wide">${texts.pay} ${sum}</button>
      </form>
      <form method="post" action="${model.url('/leave')}" class="stack after">
        ${hiddenId(payment)}
        <button type="submit" class="quiet wide">${texts.leave}</button>
      </form></section>
    ${renderTestCards(model)}
    ${renderFaultPanel(model)}`,
  );
}

function renderBank({ texts }: Language): Html {
  const choices = Object.entries(texts.threeDSecureChoices) as [ThreeDSecure, string][];
  return html`<label for="threeDSecure">${texts.threeDSecure}</label>
    <select id="threeDSecure" name="threeDSecure">${choices.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select>`;
}

function renderErrorSummary(errors: CardFormErrors, { texts }: Language): Html {
  const fields = ['cardNumber', 'expiry', 'cvc'] as const;
  return html`<div class="problem" role="alert"><p><strong>${texts.problems}</strong></p>
    <ul>${fields.map((name) => errors[name] && html`<li><a href="#${name}">${texts.errors[name][errors[name]]}</a></li>`)}</ul></div>`;
}

function field(
  { form, errors, language }: WindowPageModel,
  name: keyof CardForm,
  { label, hint, autocomplete, size }: { label: string; hint?: string; autocomplete: string; size: number },
): Html {
  const error = errors[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint && html`<span id="${name}-hint" class="hint">${hint}</span>`}
    ${error && html`<span id="${name}-error" class="error">${language.texts.errors[name][error]}</span>`}
    <input id="${name}" name="${name}" value="${form[name] ?? ''}" size="${size}" inputmode="numeric"
      autocomplete="${autocomplete}" required ${described && html`aria-describedby="${described}"`}
      ${error && html`aria-invalid="true"`}>
  </div>`;
}

function renderTestCards({ payment, language, url }: WindowPageModel): Html {
  const { texts } = language;
  return html`<section class="card"><h2>${texts.testCards}</h2>
    <p>${texts.testCardsText}</p>
    <ul class="cards">${testCards.map(
      ({ pan, type, outcome }) => html`<li>
      <a href="${windowAddress(url, payment, 'payment', { card: pan })}#kort">${type}
      ${pan.replace(/(\d{4})(?=\d)/g, '$1 ')}</a> ${texts.outcomes[outcome]}</li>`,
    )}</ul>
    <p>${texts.expiry}: ${testExpiry}, ${texts.cvc}: ${testCvc}</p></section>`;
}
