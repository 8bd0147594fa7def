import { html } from '../html.ts';
import { at, payexPage, renderOrder, sumOf, type Visit } from './frame.ts';
import type { Attempt, OrderStatus } from './model.ts';
import type { Language } from './texts.ts';

/** The page of an invented issuer: the four ends of a 3-D Secure challenge. */
export function renderChallenge(visit: Visit, attempt: Attempt): string {
  const { texts } = visit.language;
  return payexPage(
    texts.issuerTitle,
    visit.language,
    html`<section class="card">
    <p>${texts.issuerText}</p>
    <p>${texts.instruments.CreditCard}: ${attempt.card?.maskedPan}<br>${texts.amount}: <strong>${sumOf(visit)}</strong></p>
    <form method="post" action="${at(visit, '/challenge')}" class="stack">
      <input type="hidden" name="attempt" value="${attempt.id}">
      <button type="submit" name="decision" value="approve" class="wide">${texts.approve}</button>
      <button type="submit" name="decision" value="cancel" class="quiet wide">${texts.userCancel}</button>
      <button type="submit" name="decision" value="refuse" class="quiet wide">${texts.refuse}</button>
      <button type="submit" name="decision" value="unavailable" class="quiet wide">${texts.unavailable}</button>
    </form></section>`,
  );
}

/** The payer's telephone: the app of Vipps or Swish. */
export function renderApp(visit: Visit, attempt: Attempt): string {
  const { texts } = visit.language;
  return payexPage(
    `${attempt.instrument}: ${texts.appTitle}`,
    visit.language,
    html`${renderOrder(visit)}<section class="card">
    <p>${texts.appText}</p>
    <form method="post" action="${at(visit, '/app')}" class="stack">
      <input type="hidden" name="attempt" value="${attempt.id}">
      <button type="submit" name="decision" value="approve" class="wide">${texts.appApprove}</button>
      <button type="submit" name="decision" value="reject" class="quiet wide">${texts.appReject}</button>
      <button type="submit" name="decision" value="expire" class="quiet wide">${texts.appExpire}</button>
      ${
        attempt.instrument === 'Swish' &&
        html`<button type="submit" name="decision" value="bankid" class="quiet wide">${texts.appBankId}</button>`
      }
    </form></section>`,
  );
}

/** A payment order that has ended: nothing to do here but to go back. */
export function renderClosed(visit: Visit, status: Exclude<OrderStatus, 'Initialized'>): string {
  const { texts } = visit.language;
  const [title = '', text = ''] = texts.closed[status];
  const { completeUrl, cancelUrl } = visit.order.request.urls;
  return payexPage(
    title,
    visit.language,
    html`<p>${text}</p><p><a class="link" href="${status === 'Aborted' ? cancelUrl : completeUrl}">${texts.back}</a></p>`,
  );
}

/** What a payer sees who is never sent back (the fault `return=never`). */
export function renderDone(language: Language): string {
  return payexPage(language.texts.doneTitle, language, html`<p role="status">${language.texts.doneText}</p>`);
}

export function renderUnknown(language: Language): string {
  return payexPage(language.texts.unknownTitle, language, html`<p>${language.texts.unknownText}</p>`);
}
