import type { Fault } from '../context.ts';
import { renderFaultPanel } from '../fault-panel.ts';
import { type Html, html } from '../html.ts';
import { type CardForm, type CardFormErrors, futureExpiry, offeredMethods, testCards } from './cards.ts';
import { netaxeptFaults } from './faults.ts';
import { hiddenId, terminalAddress, terminalPage } from './frame.ts';
import type { Transaction } from './model.ts';
import { formatAmount, type Language } from './texts.ts';
import type { ThreeDS } from './visit.ts';

export interface TerminalModel {
  transaction: Transaction;
  merchantName: string;
  language: Language;
  now: Date;
  /** Active faults of this transaction. */
  faults: Fault[];
  form: Partial<CardForm>;
  errors: CardFormErrors;
  /** Absolute address below the party. */
  url(path: string): string;
}

/** The terminal while the visit is not over: order, card form, cancel, test cards and faults. No JavaScript. */
export function renderTerminal(model: TerminalModel): string {
  const { transaction, language, merchantName, errors, url } = model;
  const { texts } = language;
  const sum = formatAmount(transaction.amount, transaction.currency, language.code);
  return terminalPage(
    `${texts.payTo} ${merchantName}`,
    language,
    html`
    ${Object.keys(errors).length > 0 && renderErrorSummary(errors, language)}
    <section class="card"><h2>${texts.order}</h2><dl>
      <dt>${texts.amount}</dt><dd><strong>${sum}</strong></dd>
      ${transaction.description && html`<dt>${texts.description}</dt><dd>${transaction.description}</dd>`}
      <dt>${texts.reference}</dt><dd>${transaction.orderNumber}</dd></dl></section>
    <section class="card" id="kort">
      <h2>${texts.card}</h2>
      <p>${texts.accepts}: ${offeredMethods(transaction).join(', ')}</p>
      <form method="post" action="${url('/Terminal/pay')}" class="stack" novalidate>
        ${hiddenId(transaction)}
        ${field(model, 'cardNumber', { label: texts.cardNumber, autocomplete: 'cc-number', size: 23 })}
        ${field(model, 'expiry', { label: texts.expiry, hint: texts.expiryHint, autocomplete: 'cc-exp', size: 8 })}
        ${field(model, 'cvc', { label: texts.cvc, hint: texts.cvcHint, autocomplete: 'cc-csc', size: 6 })}
        ${renderThreeDS(language)}
        <button type="submit" class="wide">${texts.pay} ${sum}</button>
      </form>
      <form method="post" action="${url('/Terminal/cancel')}" class="stack after">
        ${hiddenId(transaction)}
        <button type="submit" class="quiet wide">${texts.cancel}</button>
      </form>
    </section>
    ${renderTestCards(model)}
    ${renderFaultPanel({
      faults: model.faults,
      known: netaxeptFaults,
      action: url('/Terminal/faults'),
      which: hiddenId(transaction),
    })}`,
  );
}

/** No card of the list is published to do one or the other: whoever tests chooses. */
function renderThreeDS({ texts }: Language): Html {
  const options: ThreeDS[] = ['none', 'ask', 'unavailable'];
  return html`<label for="threeDS">${texts.threeDS}</label>
    <select id="threeDS" name="threeDS">${options.map(
      (option) => html`<option value="${option}">${texts.threeDSOptions[option]}</option>`,
    )}</select>`;
}

function renderErrorSummary(errors: CardFormErrors, { texts }: Language): Html {
  const fields = ['cardNumber', 'expiry', 'cvc'] as const;
  return html`<div class="problem" role="alert"><p><strong>${texts.problems}</strong></p>
    <ul>${fields.map((name) => errors[name] && html`<li><a href="#${name}">${texts.errors[name][errors[name]]}</a></li>`)}</ul></div>`;
}

function field(
  { form, errors, language }: TerminalModel,
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

function renderTestCards({ transaction, language, url, now }: TerminalModel): Html {
  const { texts } = language;
  return html`<section class="card"><h2>${texts.testCards}</h2>
    <p>${texts.testCardsText}</p>
    <ul class="cards">${testCards.map(
      ({ pan, method, outcome }) => html`<li>
      <a href="${terminalAddress(url, transaction, { card: pan })}#kort">${method}
      ${pan.replace(/(\d{4})(?=\d)/g, '$1 ')}</a> ${texts.outcomes[outcome]}</li>`,
    )}</ul>
    <p>${texts.expiry}: ${futureExpiry(now)}, ${texts.cvc}: 123</p></section>`;
}
