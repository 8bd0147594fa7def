import { createHash } from 'node:crypto';
import express, { type Router } from 'express';
import type { SandboxContext } from '../context.ts';
import { html, page } from '../html.ts';
import { settlementFaults } from './faults.ts';
import { type Line, linesOf, osloDay, type Settled } from './lines.ts';

/** Whose reports they are. */
export interface Settler {
  /** Begins the names of its reports. */
  name: string;
  title: string;
  payments(): Settled[];
}

const header = 'report;settled_on;type;reference;payment_id;transaction_id;happened_on;amount;currency;fee';

/**
 * Settlement reports. The providers' own formats are not public: these are in Kvitt's neutral one, and any likeness is chance.
 * `/settlements?date=YYYY-MM-DD` is the report of what moved that day in Oslo, as CSV; `account` limits it to one of those
 * whom the merchant takes money for, `serial` makes it another report of the same day. Without a date: a page with links, to those with
 * one `reference` where it is given.
 */
export function createSettlementRouter(context: SandboxContext, settler: Settler): Router {
  const router = express.Router();
  router.get('/settlements', (request, response) => {
    const { date, account, serial } = request.query;
    if (date === undefined)
      return void response.type('html').send(renderDays(context, settler, request.query.reference));
    if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date))
      return void response.status(400).json({ error: 'date as YYYY-MM-DD' });
    const name = [settler.name, date, account, serial].filter((part) => typeof part === 'string').join('-');
    const lines = settler
      .payments()
      .filter((payment) => account === undefined || accountOf(payment) === account)
      .flatMap((payment) => linesOf(payment, date));
    response
      .type('text/csv')
      .attachment(`${name}.csv`)
      .send([header, ...lines.map((line) => rowOf(name, line))].join('\r\n').concat('\r\n'));
  });
  return router;
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

function accountOf({ owner }: Settled): string {
  return createHash('sha256').update(owner).digest('hex').slice(0, 8);
}

function renderDays(
  { url, sandboxUrl }: SandboxContext,
  { title, payments }: Settler,
  reference: unknown,
): string {
  const reports = new Map<string, { date: string; account: string; references: string[] }>();
  for (const payment of payments()) {
    const account = accountOf(payment);
    const movements = [...payment.charges, ...payment.refunds].map(({ at }) => at);
    const days = [payment.createdAt, ...movements].map(osloDay);
    for (const date of new Set(days)) {
      const report = reports.get(`${date} ${account}`) ?? { date, account, references: [] };
      report.references.push(payment.reference || payment.paymentId);
      reports.set(`${date} ${account}`, report);
    }
  }
  const rows = [...reports.values()]
    .filter(({ references }) => typeof reference !== 'string' || references.includes(reference))
    .sort((a, b) => b.date.localeCompare(a.date));
  return page(
    `Oppgjørsrapporter fra ${title}`,
    html`
    <p>I Kvitts nøytrale CSV-format, for formatene til leverandørene er ikke offentlige. Gebyret er 1 krone og 1,1 prosent av betalingen.
      Legg til <code>&amp;serial=2</code> for en ny rapport for samme dag.</p>
    <p>Feil på bestilling: <a href="${sandboxUrl}/faults">/faults</a>, feilen «settlement»:</p>
    <ul>${Object.entries(settlementFaults).map(([name, text]) => html`<li>${name}: ${text}</li>`)}</ul>
    ${
      rows.length === 0
        ? html`<p>Ingen betalinger ennå.</p>`
        : html`<ul>${rows.map(
            ({ date, account, references }) => html`<li>
      <a href="${url(`/settlements?date=${date}&account=${account}`)}">${date}, konto ${account}</a>
      (${references.slice(0, 3).join(', ')}${references.length > 3 && html` og ${references.length - 3} til`})</li>`,
          )}</ul>`
    }`,
    { party: title },
  );
}
