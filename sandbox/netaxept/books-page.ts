import { type Html, html, page } from '../html.ts';
import { terminalAddress } from './frame.ts';
import { sumsOf, type Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';
import { formatAmount } from './texts.ts';

/** `/netaxept/`: every transaction, newest first, with what happened to it. */
export function renderBooks({ context, transactions }: Netaxept): string {
  const newest = transactions.values().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return page(
    'Betalinger hos Netaxept',
    html`
    <p>De samme bøkene som JSON: <a href="${context.url('/books')}">/netaxept/books</a>.
      Feil på bestilling: <a href="${context.sandboxUrl}/faults">/faults</a>.</p>
    ${newest.length === 0 ? html`<p>Ingen betalinger ennå.</p>` : newest.map((one) => renderOne(context.url, one))}`,
    { party: 'Netaxept' },
  );
}

const visits = {
  open: 'ikke ferdig',
  ok: 'gikk bra',
  cancelled: 'betaleren avbrøt',
  failed: 'avslått',
};

function renderOne(url: (path: string) => string, transaction: Transaction): Html {
  const { reserved, captured, credited, cancelled } = sumsOf(transaction);
  const money = (amount: number) => amount > 0 && formatAmount(amount, transaction.currency);
  const facts: [string, string | false][] = [
    ['Transaksjon', transaction.id],
    ['Terminalen', visits[transaction.terminal]],
    ['Brukersted', transaction.merchantId],
    ['Beløp', money(transaction.amount)],
    ['Reservert', money(reserved)],
    ['Belastet', money(captured)],
    ['Refundert', money(credited)],
    ['Frigitt', money(cancelled)],
  ];
  return html`<section class="card">
    <h2><a href="${terminalAddress(url, transaction)}">${transaction.orderNumber}</a></h2>
    <table><tbody>${facts.map(([name, value]) => value && html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
    <details><summary>Hendelser (${transaction.history.length})</summary>
      <ul>${transaction.history.map(({ at, what }) => html`<li>${at} ${what}</li>`)}</ul></details></section>`;
}
