import type { Fault } from '../context.ts';
import { renderFaultPanel } from '../fault-panel.ts';
import { type Html, html } from '../html.ts';
import { type CardForm, type CardFormErrors, enabledBrands, futureExpiry, testCards } from './cards.ts';
import { netsFaults } from './faults.ts';
import { hiddenFields, netsPage, pageAddress } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import { formatAmount, type Language } from './texts.ts';

export interface PaymentPageModel {
  payment: PaymentRecord;
  merchantName: string;
  language: Language;
  now: Date;
  /** Active faults of this payment. */
  faults: Fault[];
  form: Partial<CardForm>;
  errors: CardFormErrors;
  /** Why the last try failed. */
  declined?: 'card' | 'three-d-secure';
  /** Absolute address below the party. */
  url(path: string): string;
}

/** The hosted page while the payment is open: order, card form, cancel, test cards and faults. No JavaScript. */
export function renderPaymentPage(model: PaymentPageModel): string {
  const { payment, language, merchantName, declined, errors } = model;
  const { texts } = language;
  const sum = formatAmount(payment.order.amount, payment.order.currency, language.code);
  return netsPage(
    `${texts.payTo} ${merchantName}`,
    language,
    html`
    ${Object.keys(errors).length > 0 && renderErrorSummary(errors, language)}
    ${
      declined &&
      html`<div class="problem" role="alert"><p>${
        declined === 'card' ? texts.cardDeclined : texts.challengeDeclined
      }</p></div>`
    }
    ${renderOrder(payment, language)}
    <section class="card" id="kort">
      <h2>${texts.card}</h2>
      <p>${texts.accepts}: ${enabledBrands(payment).join(', ')}</p>
      <form method="post" action="${model.url('/hostedpaymentpage/pay')}" class="stack" novalidate>
        ${hiddenFields(payment, language)}
        ${field(model, 'cardNumber', { label: texts.cardNumber, autocomplete: 'cc-number', size: 23 })}
        ${field(model, 'expiry', { label: texts.expiry, hint: texts.expiryHint, autocomplete: 'cc-exp', size: 8 })}
        ${field(model, 'cvc', { label: texts.cvc, hint: texts.cvcHint, autocomplete: 'cc-csc', size: 6 })}
        <button type="submit" class="wide">${texts.pay} ${sum}</button>
      </form>
      <form method="post" action="${model.url('/hostedpaymentpage/cancel')}" class="stack after">
        ${hiddenFields(payment, language)}
        <button type="submit" class="quiet wide">${texts.cancel}</button>
      </form>
    </section>
    ${renderTestCards(model)}
    ${renderFaultPanel({
      faults: model.faults,
      known: netsFaults,
      action: model.url('/hostedpaymentpage/faults'),
      which: hiddenFields(payment, language),
    })}`,
  );
}

function renderOrder({ order }: PaymentRecord, { texts, code }: Language): Html {
  return html`<section class="card">
    <h2>${texts.order}</h2>
    <table class="order">
      <thead><tr><th scope="col">${texts.line}</th><th scope="col">${texts.quantity}</th>
        <th scope="col" class="sum">${texts.amount}</th></tr></thead>
      <tbody>${order.items.map(
        (item) => html`<tr><td>${item.name}</td><td>${item.quantity} ${item.unit}</td>
        <td class="sum">${formatAmount(item.grossTotalAmount, order.currency, code)}</td></tr>`,
      )}</tbody>
      <tfoot><tr><th scope="row" colspan="2">${texts.total}</th>
        <td class="sum"><strong>${formatAmount(order.amount, order.currency, code)}</strong></td></tr></tfoot>
    </table>
    ${order.reference && html`<p>${texts.reference}: ${order.reference}</p>`}
  </section>`;
}

function renderErrorSummary(errors: CardFormErrors, { texts }: Language): Html {
  const fields = ['cardNumber', 'expiry', 'cvc'] as const;
  return html`<div class="problem" role="alert"><p><strong>${texts.problems}</strong></p>
    <ul>${fields.map((name) => errors[name] && html`<li><a href="#${name}">${texts.errors[name][errors[name]]}</a></li>`)}</ul></div>`;
}

function field(
  { form, errors, language }: PaymentPageModel,
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

function renderTestCards({ payment, language, url, now }: PaymentPageModel): Html {
  const { texts } = language;
  return html`<section class="card"><h2>${texts.testCards}</h2>
    <p>${texts.testCardsText}</p>
    <ul class="cards">${testCards.map(
      ({ pan, brand, outcome }) => html`<li>
      <a href="${pageAddress(url, payment.paymentId, language, { card: pan })}#kort">${brand}
      ${pan.replace(/(\d{4})(?=\d)/g, '$1 ')}</a> ${texts.outcomes[outcome]}</li>`,
    )}</ul>
    <p>${texts.expiry}: ${futureExpiry(now)}, ${texts.cvc}: 123</p></section>`;
}
