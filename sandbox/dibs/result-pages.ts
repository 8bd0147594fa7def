import { html, raw } from '../html.ts';
import { dibsPage, hiddenId } from './frame.ts';
import type { PaymentRecord } from './model.ts';
import { formatAmount, type Language } from './texts.ts';

/**
 * The way back: a form that the browser POSTs to another site. The button is always there; the script only presses it,
 * once per tab, so that somebody who comes back here with the browser's own button can read the page.
 */
export function renderReturn(payment: PaymentRecord, language: Language): string {
  const { texts } = language;
  const [title = '', text = ''] = texts.results[payment.told ?? 'CANCELLED'];
  const { back } = payment;
  if (!back?.url) return dibsPage(title, language, html`<p role="status">${texts.closeText}</p>`);
  return dibsPage(
    title,
    language,
    html`<p role="status">${text}</p>
    <form method="post" action="${back.url}" accept-charset="utf-8" id="tilbake">
      ${back.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <button type="submit">${texts.back}</button>
    </form>
    ${pressOnce}`,
  );
}

const pressOnce = raw(`<script>
try {
  if (!sessionStorage.getItem(location.search)) {
    sessionStorage.setItem(location.search, 'sent');
    document.getElementById('tilbake').submit();
  }
} catch {}
</script>`);

export function renderUnknown(language: Language): string {
  return dibsPage(language.texts.unknownTitle, language, html`<p>${language.texts.unknownText}</p>`);
}

/** The merchant's form is not accepted: wrong MAC, unknown merchant, a field out of its limits. */
export function renderRefused(problems: string[], language: Language): string {
  const { texts } = language;
  return dibsPage(
    texts.refusedTitle,
    language,
    html`<div class="problem" role="alert"><p>${texts.refusedText}</p>
    <ul>${problems.map((problem) => html`<li><code>${problem}</code></li>`)}</ul></div>`,
  );
}

/** The page of an invented issuer: the payer approves, rejects or cancels. */
export function renderIssuer(
  payment: PaymentRecord,
  challengeId: string,
  language: Language,
  action: string,
): string {
  const { texts } = language;
  return dibsPage(
    texts.issuerTitle,
    language,
    html`<section class="card">
    <p>${texts.issuerText}</p>
    <p>${texts.card}: ${payment.challenge?.card.masked}<br>
    ${texts.amount}: <strong>${formatAmount(payment.amount, payment.currency, language.code)}</strong></p>
    <form method="post" action="${action}" class="stack">
      ${hiddenId(payment)}
      <input type="hidden" name="challenge" value="${challengeId}">
      <button type="submit" name="decision" value="approve" class="wide">${texts.approve}</button>
      <button type="submit" name="decision" value="reject" class="quiet wide">${texts.reject}</button>
      <button type="submit" name="decision" value="cancel" class="quiet wide">${texts.cancel}</button>
    </form></section>`,
  );
}
