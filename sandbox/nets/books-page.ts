import { type Html, html, page } from '../html.ts';
import { deliveriesOf } from './book.ts';
import { type PaymentRecord, sumsOf } from './model.ts';
import type { Nets } from './nets.ts';
import { formatAmount } from './texts.ts';

/** `/nets/`: every payment, newest first, with what happened to it and its webhooks. */
export function renderBooks(nets: Nets): string {
  const payments = nets.payments.values().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return page(
    'Betalinger hos Nets',
    html`
    <p>De samme bøkene som JSON: <a href="${nets.context.url('/books')}">/nets/books</a>.
      Feil på bestilling: <a href="${nets.context.sandboxUrl}/faults">/faults</a>.</p>
    ${payments.length === 0 ? html`<p>Ingen betalinger ennå.</p>` : payments.map((payment) => renderPayment(nets, payment))}`,
    { party: 'Nets (Nexi Checkout)' },
  );
}

function renderPayment(nets: Nets, payment: PaymentRecord): Html {
  const { order } = payment;
  const { reserved, charged, refunded, pendingRefund, cancelled } = sumsOf(payment);
  const money = (amount: number) => formatAmount(amount, order.currency);
  const facts: [string, Html | string | undefined][] = [
    ['Tilstand', stateOf(payment)],
    ['Brukersted', String(payment.merchantNumber)],
    ['Referanse', order.reference],
    ['myReference', payment.myReference],
    ['Beløp', money(order.amount)],
    ['Reservert', reserved > 0 ? money(reserved) : undefined],
    ['Belastet', charged > 0 ? money(charged) : undefined],
    ['Refundert', refunded > 0 ? money(refunded) : undefined],
    ['Refusjon venter', pendingRefund > 0 ? money(pendingRefund) : undefined],
    ['Frigitt', cancelled > 0 ? money(cancelled) : undefined],
  ];
  const deliveries = deliveriesOf(nets, payment);
  return html`<section class="card">
    <h2><a href="${nets.context.url(`/hostedpaymentpage/?paymentId=${payment.paymentId}`)}">${payment.paymentId}</a></h2>
    <table><tbody>${facts.map(([name, value]) => value && html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
    <details><summary>Hendelser (${payment.history.length})</summary>
      <ul>${payment.history.map(({ at, what }) => html`<li>${at} ${what}</li>`)}</ul></details>
    <details><summary>Webhooker (${deliveries.length})</summary>
      <ul>${deliveries.map(
        ({ event, state, attempts, url }) => html`<li>${event} → ${url}: ${state}
        ${attempts.length > 0 && html`(${attempts.map(({ status, error }) => String(status ?? error)).join(', ')})`}</li>`,
      )}</ul>
    </details></section>`;
}

function stateOf(payment: PaymentRecord): string {
  const { reserved, charged, refunded, cancelled } = sumsOf(payment);
  if (cancelled > 0) return 'frigitt';
  if (refunded > 0) return refunded === charged ? 'refundert' : 'delvis refundert';
  if (charged > 0) return charged === reserved ? 'belastet' : 'delvis belastet';
  if (reserved > 0) return 'reservert';
  return payment.terminatedAt ? 'avsluttet' : 'åpen';
}
