import { type Html, html, page } from '../html.ts';
import { deliveriesOf } from './book.ts';
import type { Dibs } from './dibs.ts';
import { windowAddress } from './frame.ts';
import { type PaymentRecord, sumsOf } from './model.ts';
import { formatAmount } from './texts.ts';

/** Every payment, newest first, with what happened to it and its callbacks. */
export function renderBooks(dibs: Dibs): string {
  const payments = dibs.payments.values().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return page(
    `Betalinger hos ${dibs.wire.title}`,
    html`
    <p>De samme bøkene som JSON: <a href="${dibs.context.url('/books')}">/${dibs.wire.partyId}/books</a>.
      Feil på bestilling: <a href="${dibs.context.sandboxUrl}/faults">/faults</a>.</p>
    ${payments.length === 0 ? html`<p>Ingen betalinger ennå.</p>` : payments.map((payment) => renderPayment(dibs, payment))}`,
    { party: 'DIBS' },
  );
}

function renderPayment(dibs: Dibs, payment: PaymentRecord): Html {
  const { currency } = payment;
  const { reserved, captured, pendingCapture, refunded, pendingRefund, cancelled } = sumsOf(payment);
  const money = (amount: number) => amount > 0 && formatAmount(amount, currency);
  const facts: [string, string | undefined | false][] = [
    ['Transaksjon', payment.transaction?.id ?? 'ingen'],
    ['Sist meldt', payment.told ?? 'ingenting'],
    ['Brukersted', payment.merchantId],
    ['Beløp', money(payment.amount)],
    ['Reservert', money(reserved)],
    ['Belastet', money(captured)],
    ['Belastning i kø', money(pendingCapture)],
    ['Refundert', money(refunded)],
    ['Refusjon i kø', money(pendingRefund)],
    ['Frigitt', money(cancelled)],
  ];
  const deliveries = deliveriesOf(dibs, payment);
  return html`<section class="card">
    <h2><a href="${windowAddress(dibs.page, payment, 'payment')}">${payment.orderId}</a></h2>
    <table><tbody>${facts.map(([name, value]) => value && html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
    <details><summary>Hendelser (${payment.history.length})</summary>
      <ul>${payment.history.map(({ at, what }) => html`<li>${at} ${what}</li>`)}</ul></details>
    <details><summary>Tilbakekall (${deliveries.length})</summary>
      <ul>${deliveries.map(
        ({ event, state, attempts, url }) => html`<li>${event} → ${url}: ${state}
        ${attempts.length > 0 && html`(${attempts.map(({ status, error }) => String(status ?? error)).join(', ')})`}</li>`,
      )}</ul>
    </details></section>`;
}
