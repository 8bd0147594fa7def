import { type Html, html } from '../html.ts';
import { type DeclineReason, testPin } from './amounts.ts';
import { hiddenFields, renderSummary, vippsPage } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import { formatAmount, type Language } from './texts.ts';

export interface PayerPageModel {
  payment: PaymentRecord;
  language: Language;
  /** Absolute address below the party. */
  url(path: string): string;
  /** Faults to try, at the bottom. */
  faultPanel: Html;
  /** The field is wrong. */
  wrong?: boolean;
  /** What was typed into it. */
  typed?: string;
  declined?: DeclineReason;
}

/** The landing page: the payer gives a mobile number, or opens the app here. No JavaScript. */
export function renderLanding({ payment, language, url, faultPanel, wrong, typed }: PayerPageModel): string {
  const { texts } = language;
  const phone = typed ?? payment.request.customer?.phoneNumber?.replace(/^47/, '') ?? '';
  const action = url('/landing');
  return vippsPage(
    texts.payWith,
    language,
    html`${wrong && renderProblem(texts.problems, texts.phoneError, 'phone')}
    <section class="card">${renderSummary(payment, language)}
      <form method="post" action="${action}" class="stack" novalidate>
        ${hiddenFields(payment, language)}
        <div class="field">
          <label for="phone">${texts.phone}</label>
          <span id="phone-hint" class="hint">${texts.phoneHint}</span>
          ${wrong && html`<span id="phone-error" class="error">${texts.phoneError}</span>`}
          <input id="phone" name="phone" value="${phone}" inputmode="tel" autocomplete="tel-national"
            aria-describedby="phone-hint${wrong && ' phone-error'}" ${wrong && html`aria-invalid="true"`}>
        </div>
        <button type="submit" name="decision" value="next">${texts.next}</button>
        <button type="submit" name="decision" value="open" class="quiet">${texts.openApp}</button>
        <button type="submit" name="decision" value="cancel" class="quiet">${texts.cancel}</button>
      </form></section>
    ${faultPanel}`,
  );
}

/** The app on the payer's phone. */
export function renderApp(model: PayerPageModel): string {
  const { payment, language, url, faultPanel, wrong, declined } = model;
  const { texts, code } = language;
  const { value, currency } = payment.request.amount;
  return vippsPage(
    texts.appTitle,
    language,
    html`${wrong && renderProblem(texts.problems, texts.pinError, 'pin')}
    ${
      declined &&
      html`<div class="problem" role="alert"><p>${texts.declined[declined]} ${texts.declinedMore}</p></div>`
    }
    <section class="card">${renderSummary(payment, language)}
      <form method="post" action="${url('/app')}" class="stack" novalidate>
        ${hiddenFields(payment, language)}
        <div class="field">
          <label for="pin">${texts.pin}</label>
          <span id="pin-hint" class="hint">${texts.pinHint}</span>
          ${wrong && html`<span id="pin-error" class="error">${texts.pinError}</span>`}
          <input id="pin" name="pin" value="${testPin}" inputmode="numeric" autocomplete="off" size="6"
            aria-describedby="pin-hint${wrong && ' pin-error'}" ${wrong && html`aria-invalid="true"`}>
        </div>
        <button type="submit" name="decision" value="approve">${texts.pay} ${formatAmount(value, currency, code)}</button>
        <button type="submit" name="decision" value="reject" class="quiet">${texts.reject}</button>
        <button type="submit" name="decision" value="expire" class="quiet">${texts.expire}</button>
        <button type="submit" name="decision" value="close" class="quiet">${texts.closeApp}</button>
      </form></section>
    ${faultPanel}`,
  );
}

/** Strong customer authentication at an invented bank. */
export function renderSca({ payment, language, url }: PayerPageModel): string {
  const { texts } = language;
  return vippsPage(
    texts.scaTitle,
    language,
    html`<section class="card"><p>${texts.scaText}</p>${renderSummary(payment, language)}
      <form method="post" action="${url('/app')}" class="stack">
        ${hiddenFields(payment, language)}
        <button type="submit" name="decision" value="sca-approve">${texts.approve}</button>
        <button type="submit" name="decision" value="sca-reject" class="quiet">${texts.notMe}</button>
      </form></section>`,
  );
}

/** A payment that nobody can answer any more: nothing to do here but to go back. */
export function renderClosed(payment: PaymentRecord, language: Language): string {
  const { texts } = language;
  const back = payment.request.returnUrl;
  return vippsPage(
    texts.closedTitle,
    language,
    html`<p>${texts.closed[payment.state]}</p>${back && html`<p><a class="button quiet" href="${back}">${texts.back}</a></p>`}`,
  );
}

/** What a payer sees who is not sent back (the fault `return=never`, or a payment without a browser). */
export function renderDone(language: Language): string {
  const { doneTitle, doneText } = language.texts;
  return vippsPage(doneTitle, language, html`<p role="status">${doneText}</p>`);
}

export function renderUnknown(language: Language): string {
  const { unknownTitle, unknownText } = language.texts;
  return vippsPage(unknownTitle, language, html`<p>${unknownText}</p>`);
}

function renderProblem(title: string, message: string, field: string): Html {
  return html`<div class="problem" role="alert"><p><strong>${title}</strong></p>
    <ul><li><a href="#${field}">${message}</a></li></ul></div>`;
}
