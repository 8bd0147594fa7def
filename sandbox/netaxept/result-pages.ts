import { html } from '../html.ts';
import { hiddenId, terminalPage } from './frame.ts';
import type { Transaction } from './model.ts';
import { formatAmount, type Language } from './texts.ts';
import { returnCode, returnUrl } from './visit.ts';

/** A visit that is over: a new try needs a new transaction. */
export function renderClosed(transaction: Transaction, { texts, ...language }: Language): string {
  const code = returnCode(transaction) ?? 'Cancel';
  return terminalPage(
    texts.closedTitle,
    { texts, ...language },
    html`<p>${texts.closedText}</p><p><a href="${returnUrl(transaction, code)}">${texts.back}</a></p>`,
  );
}

/** What a payer sees who is never sent back (the fault `return=never`). */
export function renderDone(language: Language): string {
  return terminalPage(
    language.texts.doneTitle,
    language,
    html`<p role="status">${language.texts.doneText}</p>`,
  );
}

export function renderUnknown(language: Language): string {
  return terminalPage(language.texts.unknownTitle, language, html`<p>${language.texts.unknownText}</p>`);
}

/** The page of an invented issuer: the payer approves, rejects or cancels. */
export function renderIssuer(
  transaction: Transaction,
  challengeId: string,
  language: Language,
  action: string,
): string {
  const { texts, code } = language;
  return terminalPage(
    texts.issuerTitle,
    language,
    html`<section class="card">
    <p>${texts.issuerText}</p>
    <p>${texts.card}: ${transaction.challenge?.card.masked}<br>
    ${texts.amount}: <strong>${formatAmount(transaction.amount, transaction.currency, code)}</strong></p>
    <form method="post" action="${action}" class="stack">
      ${hiddenId(transaction)}
      <input type="hidden" name="challenge" value="${challengeId}">
      <button type="submit" name="decision" value="approve" class="wide">${texts.approve}</button>
      <button type="submit" name="decision" value="reject" class="quiet wide">${texts.reject}</button>
      <button type="submit" name="decision" value="cancel" class="quiet wide">${texts.cancel}</button>
    </form></section>`,
  );
}
