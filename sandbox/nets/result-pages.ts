import { html } from '../html.ts';
import { hiddenFields, netsPage } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import { type ClosedState, returnUrl } from './pay-payment.ts';
import { formatAmount, type Language } from './texts.ts';

/** A payment that is paid or terminated: nothing to do here but to go back. */
export function renderClosed(payment: PaymentRecord, state: ClosedState, language: Language): string {
  const { texts } = language;
  const [title, text] =
    state === 'paid' ? [texts.paidTitle, texts.paidText] : [texts.terminatedTitle, texts.terminatedText];
  const back = state === 'paid' ? returnUrl(payment) : payment.checkout.cancelUrl;
  return netsPage(
    title,
    language,
    html`<p>${text}</p>${back && html`<p><a href="${back}">${texts.back}</a></p>`}`,
  );
}

/** What a payer sees who is never sent back (the fault `return=never`). */
export function renderDone(language: Language): string {
  return netsPage(language.texts.doneTitle, language, html`<p role="status">${language.texts.doneText}</p>`);
}

export function renderUnknown(language: Language): string {
  return netsPage(language.texts.unknownTitle, language, html`<p>${language.texts.unknownText}</p>`);
}

/** The page of an invented issuer: the payer approves, rejects or cancels. */
export function renderIssuer(
  payment: PaymentRecord,
  challengeId: string,
  language: Language,
  action: string,
): string {
  const { texts } = language;
  return netsPage(
    texts.issuerTitle,
    language,
    html`<section class="card">
    <p>${texts.issuerText}</p>
    <p>${texts.card}: ${payment.challenge?.card.maskedPan}<br>
    ${texts.amount}: <strong>${formatAmount(payment.order.amount, payment.order.currency, language.code)}</strong></p>
    <form method="post" action="${action}" class="stack">
      ${hiddenFields(payment, language)}
      <input type="hidden" name="challenge" value="${challengeId}">
      <button type="submit" name="decision" value="approve" class="wide">${texts.approve}</button>
      <button type="submit" name="decision" value="reject" class="quiet wide">${texts.reject}</button>
      <button type="submit" name="decision" value="cancel" class="quiet wide">${texts.cancel}</button>
    </form></section>`,
  );
}
