import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { untilDelivered } from '../delivered.ts';
import { portalUrl } from '../paths.ts';
import { begin, confirm, fillIn, pay } from '../trademark.ts';
import { location, Visitor } from '../visitor.ts';
import { expectedOf, fillBooks, reportOf } from './settlement-books.ts';

export interface Reconciled {
  payments: number;
  /** Kinds of differences, and how many differences there were of all of them. */
  kinds: number;
  injected: number;
  found: number;
  missed: number;
  falseAlarms: number;
  /** Handing the report in: read, checked and stored. */
  uploadSeconds: number;
  /** From then until the comparison was stored. */
  compareSeconds: number;
  aimSeconds: number;
}

/** A provider's report of many payments handed in, compared, and what was found held against what was injected. */
export async function measureReconciliation(
  visitor: Visitor,
  client: pg.Client,
  count: number,
): Promise<Reconciled> {
  const at = await begin(visitor);
  await fillIn(visitor, at, false);
  await pay(visitor, await confirm(visitor, at, false), false);
  await untilCompleted(client, at);
  await untilDelivered(client);
  const booked = await fillBooks(client, at.split('/')[2] ?? '', count);
  const agreement = await agreementOf(client, at);
  const employee = new Visitor(portalUrl);
  await employee.signInStaff('astrid-testdal');
  const begun = await clockOf(client);
  await setUp(employee, agreement);
  await untilCompared(client, agreement, begun);
  const started = performance.now();
  const before = await clockOf(client);
  await hand(employee, agreement, reportOf(booked, 'BENCH'));
  const uploaded = performance.now();
  await untilCompared(client, agreement, before);
  const compared = performance.now();
  const expected = new Set(expectedOf(booked));
  const { rows } = await client.query<{ name: string }>(
    `select kind || ' ' || coalesce(case kind when 'delivered_not_captured' then reference || '-1' else reference end, '') as name
     from settlement_difference where agreement_id = $1 and state = 'open'`,
    [agreement],
  );
  const found = new Set(rows.map(({ name }) => name));
  const falseAlarms = [...found].filter((name) => !expected.has(name));
  const missed = [...expected].filter((name) => !found.has(name));
  if (falseAlarms.length + missed.length > 0)
    console.error('reconciliation:', { falseAlarms: falseAlarms.slice(0, 5), missed: missed.slice(0, 5) });
  return {
    payments: count,
    kinds: new Set([...expected].map((name) => name.split(' ')[0])).size,
    injected: expected.size,
    found: found.size,
    missed: missed.length,
    falseAlarms: falseAlarms.length,
    uploadSeconds: (uploaded - started) / 1000,
    compareSeconds: (compared - uploaded) / 1000,
    aimSeconds: 60,
  };
}

async function untilCompleted(client: pg.Client, at: string): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows } = await client.query("select from submission where id = $1 and status = 'completed'", [
      at.split('/')[2],
    ]);
    if (rows.length === 1) return;
    await delay(100);
  }
  throw new Error('The case to be copied was not completed');
}

async function agreementOf(client: pg.Client, at: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select a.agreement_id as id from payment_attempt a join payment_order o on o.id = a.order_id where o.submission_id = $1`,
    [at.split('/')[2]],
  );
  if (!rows[0]) throw new Error('The case has no payment');
  return rows[0].id;
}

/** The neutral format with the sandbox's fee; settled within five days, as the settings page would send it. */
async function setUp(employee: Visitor, agreement: string): Promise<void> {
  const columns =
    'report settledOn type reference paymentId transactionId happenedOn amount currency fee'.split(' ');
  const header = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const types = ['payment', 'refund', 'fee', 'chargeback'];
  const target = location(
    await employee.post(`/admin/reconciliation/agreements/${agreement}/terms/save`, {
      delayDays: '5',
      deliveryDays: '1',
      startsOn: '2020-01-01',
      'fee.payment.fixedMinor': '1,00',
      'fee.payment.basisPoints': '1,1',
      'mapping.separator': ';',
      'mapping.encoding': 'utf-8',
      'mapping.dates': 'YYYY-MM-DD',
      'mapping.amounts.unit': 'minor',
      'mapping.amounts.decimalSign': 'point',
      'mapping.amounts.refundSign': 'negative',
      'mapping.amounts.feeSign': 'positive',
      ...Object.fromEntries(columns.map((name) => [`mapping.headers.${name}`, header(name)])),
      ...Object.fromEntries(types.map((type) => [`mapping.types.${type}`, type])),
    }),
  );
  if (!target.includes('done=terms')) throw new Error(`The settings were not taken: ${target}`);
}

async function hand(employee: Visitor, agreement: string, csv: string): Promise<void> {
  const boundary = 'kvitt-bench-boundary';
  const target = location(
    await employee.send(`/admin/reconciliation/agreements/${agreement}/reports`, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="bench.csv"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--${boundary}--\r\n`,
    }),
  );
  if (!target.includes('done=taken_in')) throw new Error(`The report was not taken in: ${target}`);
}

/** Waits for a comparison that was stored after an instant; one that the report overtook is not stored. */
async function untilCompared(client: pg.Client, agreement: string, after: Date): Promise<void> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const { rowCount } = await client.query(
      'select from settlement_terms where agreement_id = $1 and last_run_at > $2',
      [agreement, after],
    );
    if (rowCount === 1) return;
    await delay(100);
  }
  throw new Error('Nothing was compared');
}

async function clockOf(client: pg.Client): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('select now()');
  return rows[0]?.now ?? new Date();
}
