import { type Html, html, page } from '../html.ts';
import { deliveriesOf } from './book.ts';
import { type OrderRecord, sumsOf } from './model.ts';
import { checkoutPath } from './operations.ts';
import type { Payex } from './payex.ts';
import { formatAmount } from './texts.ts';

/** `/payex/`: every payment order, newest first, with what happened to it and its callbacks. */
export function renderBooks(payex: Payex): string {
  const orders = payex.orders.values().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return page(
    'Betalinger hos PayEx',
    html`
    <p>De samme bøkene som JSON: <a href="${payex.context.url('/books')}">/payex/books</a>.
      Feil på bestilling: <a href="${payex.context.sandboxUrl}/faults">/faults</a>.</p>
    ${orders.length === 0 ? html`<p>Ingen betalinger ennå.</p>` : orders.map((order) => renderOrder(payex, order))}`,
    { party: 'PayEx (Swedbank Pay)' },
  );
}

function renderOrder(payex: Payex, order: OrderRecord): Html {
  const { request, paid } = order;
  const { authorized, captured, reversed, cancelled } = sumsOf(order);
  const money = (amount: number) => (amount > 0 ? formatAmount(amount, request.currency) : undefined);
  const facts: [string, string | undefined][] = [
    ['Status', order.status],
    ['Betalingsmåte', paid?.instrument],
    ['Brukersted', order.payeeId],
    ['orderReference', request.payeeInfo.orderReference],
    ['payeeReference', request.payeeInfo.payeeReference],
    ['Beløp', money(request.amount)],
    ['Reservert', money(authorized)],
    ['Belastet', money(captured)],
    ['Tilbakebetalt', money(reversed)],
    ['Frigitt', money(cancelled)],
  ];
  const deliveries = deliveriesOf(payex, order);
  return html`<section class="card">
    <h2><a href="${payex.context.url(checkoutPath(order))}">${order.id}</a></h2>
    <table><tbody>${facts.map(([name, value]) => value && html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
    <details><summary>Hendelser (${order.history.length})</summary>
      <ul>${order.history.map(({ at, what }) => html`<li>${at} ${what}</li>`)}</ul></details>
    <details><summary>Meldinger (${deliveries.length})</summary>
      <ul>${deliveries.map(
        ({ event, state, attempts, url }) => html`<li>${event} → ${withoutQuery(url)}: ${state}
        ${attempts.length > 0 && html`(${attempts.map(({ status, error }) => String(status ?? error)).join(', ')})`}</li>`,
      )}</ul>
    </details></section>`;
}

/** The query may hold the secret of the receiver. */
function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url;
}
