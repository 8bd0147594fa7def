import { type Html, html, page } from '../html.ts';
import { deliveriesOf } from './book.ts';
import { pageAddress } from './frame.ts';
import type { PaymentRecord, WebhookRecord } from './model.ts';
import { formatAmount, readLanguage } from './texts.ts';
import type { Vipps } from './vipps.ts';

/** `/vipps/`: every payment, newest first, with what happened to it and its webhooks; and who listens. */
export function renderBooks(vipps: Vipps): string {
  const payments = vipps.payments.values().sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const webhooks = vipps.webhooks.values();
  return page(
    'Betalinger hos Vipps',
    html`
    <p>De samme bøkene som JSON: <a href="${vipps.context.url('/books')}">/vipps/books</a>.
      Feil på bestilling: <a href="${vipps.context.sandboxUrl}/faults">/faults</a>.</p>
    ${payments.length === 0 ? html`<p>Ingen betalinger ennå.</p>` : payments.map((payment) => renderPayment(vipps, payment))}
    <h2>Registrerte webhooker</h2>
    ${webhooks.length === 0 ? html`<p>Ingen.</p>` : html`<ul>${webhooks.map(renderWebhook)}</ul>`}`,
    { party: 'Vipps MobilePay' },
  );
}

function renderWebhook({ msn, url, events }: WebhookRecord): Html {
  return html`<li>${msn} → ${url}<br><small>${events.join(', ')}</small></li>`;
}

function renderPayment(vipps: Vipps, payment: PaymentRecord): Html {
  const { request } = payment;
  const money = (amount: number) => (amount > 0 ? formatAmount(amount, request.amount.currency) : undefined);
  const facts: [string, Html | string | undefined][] = [
    ['Tilstand', payment.state],
    ['Salgssted', payment.msn],
    ['Beskrivelse', request.paymentDescription],
    ['Beløp', money(request.amount.value)],
    ['Reservert', money(payment.authorized)],
    ['Belastet', money(payment.captured)],
    ['Refundert', money(payment.refunded)],
    ['Frigitt', money(payment.cancelled)],
  ];
  const deliveries = deliveriesOf(vipps, payment);
  const address = pageAddress(vipps.context.url, '/landing', payment, readLanguage('nb', undefined));
  return html`<section class="card">
    <h2><a href="${address}">${payment.reference}</a></h2>
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
