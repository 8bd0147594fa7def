import { createHash } from 'node:crypto';
import express, { type Router } from 'express';
import { html, page } from '../../html.ts';
import { peekFault, referencesOf } from '../faults.ts';
import type { PaymentRecord } from '../model.ts';
import type { Nets } from '../nets.ts';
import { isSettlementFault, settlementFaults } from './faults.ts';
import { type Line, linesOf, osloDay } from './lines.ts';

const header = 'report;settled_on;type;reference;payment_id;transaction_id;happened_on;amount;currency;fee';

/**
 * Settlement reports. Nexi's own format is not public: these are in Kvitt's neutral one, and any likeness is chance.
 * `/settlements?date=YYYY-MM-DD` is the report of what moved that day in Oslo, as CSV; `account` limits it to one of those
 * whom the merchant takes money for, `serial` makes it another report of the same day. Without a date: a page with links, to those with
 * one `reference` where it is given.
 */
export function createSettlementRouter(nets: Nets): Router {
  const router = express.Router();
  router.get('/settlements', (request, response) => {
    const { date, account, serial } = request.query;
    if (date === undefined) return void response.type('html').send(renderDays(nets, request.query.reference));
    if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date))
      return void response.status(400).json({ error: 'date as YYYY-MM-DD' });
    const name = ['NETS', date, account, serial].filter((part) => typeof part === 'string').join('-');
    const lines = nets.payments
      .values()
      .filter((payment) => account === undefined || accountOf(payment) === account)
      .flatMap((payment) => linesOf(payment, date, faultOf(nets, payment)));
    response
      .type('text/csv')
      .attachment(`${name}.csv`)
      .send([header, ...lines.map((line) => rowOf(name, line))].join('\r\n').concat('\r\n'));
  });
  return router;
}

function faultOf(nets: Nets, payment: PaymentRecord) {
  const fault = peekFault(nets.context, 'settlement', referencesOf(payment));
  return isSettlementFault(fault) ? fault : undefined;
}

function rowOf(name: string, line: Line): string {
  const { settledOn, type, reference, paymentId, transactionId, happenedOn, amount, currency, fee } = line;
  return [
    name,
    settledOn,
    type,
    reference,
    paymentId,
    transactionId,
    happenedOn,
    amount,
    currency,
    fee ?? '',
  ].join(';');
}

/** Whom the money is for: those who share a merchant have each their own address for webhooks, which is not shown. */
function accountOf({ merchantNumber, webHooks }: PaymentRecord): string {
  return createHash('sha256')
    .update(`${merchantNumber} ${webHooks[0]?.url ?? ''}`)
    .digest('hex')
    .slice(0, 8);
}

function renderDays(nets: Nets, reference: unknown): string {
  const reports = new Map<string, { date: string; account: string; references: string[] }>();
  for (const payment of nets.payments.values()) {
    const account = accountOf(payment);
    const at = [payment.createdAt, ...payment.charges.map(({ createdAt }) => createdAt)];
    const days = [...at, ...payment.refunds.map(({ lastUpdated }) => lastUpdated)].map(osloDay);
    for (const date of new Set(days)) {
      const report = reports.get(`${date} ${account}`) ?? { date, account, references: [] };
      report.references.push(payment.order.reference ?? payment.paymentId);
      reports.set(`${date} ${account}`, report);
    }
  }
  const rows = [...reports.values()]
    .filter(({ references }) => typeof reference !== 'string' || references.includes(reference))
    .sort((a, b) => b.date.localeCompare(a.date));
  return page(
    'Oppgjørsrapporter fra Nets',
    html`
    <p>I Kvitts nøytrale CSV-format, for formatene til leverandørene er ikke offentlige. Gebyret er 1 krone og 1,1 prosent av betalingen.
      Legg til <code>&amp;serial=2</code> for en ny rapport for samme dag.</p>
    <p>Feil på bestilling: <a href="${nets.context.sandboxUrl}/faults">/faults</a>, feilen «settlement»:</p>
    <ul>${Object.entries(settlementFaults).map(([name, text]) => html`<li>${name}: ${text}</li>`)}</ul>
    ${
      rows.length === 0
        ? html`<p>Ingen betalinger ennå.</p>`
        : html`<ul>${rows.map(
            ({ date, account, references }) => html`<li>
      <a href="${nets.context.url(`/settlements?date=${date}&account=${account}`)}">${date}, konto ${account}</a>
      (${references.slice(0, 3).join(', ')}${references.length > 3 && html` og ${references.length - 3} til`})</li>`,
          )}</ul>`
    }`,
    { party: 'Nets (Nexi Checkout)' },
  );
}
