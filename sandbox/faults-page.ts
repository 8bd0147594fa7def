import express, { type Router } from 'express';
import type { Fault, FaultBook, Party } from './context.ts';
import { type Html, html, page } from './html.ts';

/**
 * `/faults`: a page with forms, and JSON at `/faults/api`: `GET` lists, `PUT` sets one
 * `{party, name, value, reference?, times?}`, `DELETE` removes all, or one by `?party=&name=&reference=`.
 * An unknown party, name or value gives 400.
 */
export function createFaultsRouter(faults: FaultBook, parties: Party[]): Router {
  const router = express.Router();
  router.use(express.json(), express.urlencoded({ extended: false }));

  router.get('/api', (_request, response) => {
    response.json({ faults: faults.list() });
  });
  router.put('/api', (request, response) => {
    const fault = parseFault(request.body, parties);
    if (typeof fault === 'string') {
      response.status(400).json({ error: fault });
      return;
    }
    faults.set(fault);
    response.json({ fault });
  });
  router.delete('/api', (request, response) => {
    const { party, name, reference } = request.query;
    if (party === undefined && name === undefined) faults.clear();
    else faults.remove(String(party), String(name), reference === undefined ? undefined : String(reference));
    response.status(204).end();
  });

  router.get('/', (_request, response) => {
    response.type('html').send(renderFaults(faults.list(), parties));
  });
  router.post('/set', (request, response) => {
    const fault = parseFault(request.body, parties);
    if (typeof fault === 'string') {
      response
        .status(400)
        .type('html')
        .send(renderFaults(faults.list(), parties, fault));
      return;
    }
    faults.set(fault);
    response.redirect(303, '/faults');
  });
  router.post('/remove', (request, response) => {
    const { party, name, reference } = readFields(request.body);
    if (party) faults.remove(party, name ?? '', reference || undefined);
    else faults.clear();
    response.redirect(303, '/faults');
  });
  return router;
}

/** A fault out of JSON or a form (where `choice` is `party/name/value`), or the reason why it is none. */
function parseFault(body: unknown, parties: Party[]): Fault | string {
  const fields = readFields(body);
  const [party, name, value] = fields.choice?.split('/') ?? [fields.party, fields.name, fields.value];
  const known = parties.find(({ id }) => id === party)?.faults;
  if (!party || !known) return `unknown party: ${party ?? ''}`;
  const values = name !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
  if (!name || !values) return `unknown fault of ${party}: ${name ?? ''}`;
  if (!value || !Object.hasOwn(values, value)) return `unknown value of ${party} ${name}: ${value ?? ''}`;
  const fault: Fault = { party, name, value };
  if (fields.reference?.trim()) fault.reference = fields.reference.trim();
  if (fields.times?.trim()) {
    fault.times = Number(fields.times);
    if (!Number.isSafeInteger(fault.times) || fault.times < 1) return 'times must be a whole number from 1';
  }
  return fault;
}

function readFields(body: unknown): Record<string, string | undefined> {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .map(([key, value]) => [key, String(value)]),
  );
}

function renderFaults(active: Fault[], parties: Party[], problem?: string): string {
  return page(
    'Feil på bestilling',
    html`
    <p>Her kan de simulerte partene bes om å svikte, for alle saker eller for én betaling eller referanse.
    Det samme kan gjøres med JSON på <code>/faults/api</code> (GET, PUT, DELETE).</p>
    ${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
    <h2>Bestilte feil</h2>
    ${active.length === 0 ? html`<p>Ingen.</p>` : renderActive(active)}
    <h2>Bestill en feil</h2>
    <form method="post" action="/faults/set" class="stack">
      <label for="choice">Feil</label>
      <select id="choice" name="choice">${parties.map(renderChoices)}</select>
      <label for="reference">Betaling eller referanse (tomt gjelder alle)</label>
      <input id="reference" name="reference" autocomplete="off">
      <label for="times">Antall ganger (tomt gjelder til feilen fjernes)</label>
      <input id="times" name="times" inputmode="numeric" autocomplete="off">
      <button type="submit">Bestill feilen</button>
    </form>`,
  );
}

function renderActive(active: Fault[]): Html {
  return html`<table>
    <thead><tr><th>Part</th><th>Feil</th><th>Gjelder</th><th>Ganger igjen</th><th></th></tr></thead>
    <tbody>${active.map(
      (fault) => html`<tr>
      <td>${fault.party}</td><td>${fault.name}: ${fault.value}</td>
      <td>${fault.reference ?? 'alle'}</td><td>${fault.times ?? 'til den fjernes'}</td>
      <td><form method="post" action="/faults/remove">
        <input type="hidden" name="party" value="${fault.party}">
        <input type="hidden" name="name" value="${fault.name}">
        <input type="hidden" name="reference" value="${fault.reference ?? ''}">
        <button type="submit" class="quiet">Fjern</button></form></td></tr>`,
    )}
    </tbody></table>
    <form method="post" action="/faults/remove"><button type="submit">Fjern alle</button></form>`;
}

function renderChoices(party: Party): Html {
  return html`<optgroup label="${party.title}">${Object.entries(party.faults).flatMap(([name, values]) =>
    Object.entries(values).map(
      ([value, explanation]) =>
        html`<option value="${party.id}/${name}/${value}">${name}: ${value} – ${explanation}</option>`,
    ),
  )}
  </optgroup>`;
}
