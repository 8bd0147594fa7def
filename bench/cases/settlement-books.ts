import type pg from 'pg';

/** One thing wrong with every so many of the payments; `sql` says how in the database, `line` how in the report. */
interface Wrong {
  kind: string;
  line?(line: Line): Line[];
  /** Statements on `bench_payment b where b.wrong = $1`. */
  sql?: readonly string[];
}

export interface Line {
  type: 'payment' | 'refund' | 'fee' | 'chargeback';
  reference: string;
  transactionId: string;
  amountMinor: number;
  feeMinor: number;
  currency: string;
  settledOn: string;
}

/** Of a payment, as the report has it when nothing is wrong. */
export interface Booked {
  n: number;
  reference: string;
  amountMinor: number;
  capturedOn: string;
  wrong: string | null;
}

/** Of 1,000 payments, so many have each kind of difference. */
const each = 2;
/** Captured so many days ago, and settled the day after. */
const daysAgo = 20;

const uncaptured = [
  `delete from allocation where attempt_id in (select aid from bench_payment b where b.wrong = $1)`,
  `delete from ledger_entry where attempt_id in (select aid from bench_payment b where b.wrong = $1)`,
  `update payment_attempt set status = 'expired', captured_minor = 0, paid_at = null
   where id in (select aid from bench_payment b where b.wrong = $1)`,
];
const undelivered = (status: string) => [
  `delete from archive_record where submission_id in (select sid from bench_payment b where b.wrong = $1)`,
  `update submission set status = '${status}', completed_at = null
   where id in (select sid from bench_payment b where b.wrong = $1)`,
];

const wrongs: readonly Wrong[] = [
  { kind: 'missing_here', sql: [...uncaptured, ...undelivered('expired')] },
  { kind: 'missing_there', line: () => [] },
  { kind: 'amount', line: (line) => [withAmount(line, line.amountMinor - 100)] },
  { kind: 'currency', line: (line) => [{ ...line, currency: 'SEK' }] },
  { kind: 'fee', line: (line) => [{ ...line, feeMinor: line.feeMinor + 1 }] },
  { kind: 'double_capture', line: (line) => [line, { ...line, transactionId: `${line.transactionId}-2` }] },
  {
    kind: 'refund_missing_here',
    line: (line) => [line, { ...line, type: 'refund', amountMinor: -100, feeMinor: 0 }],
  },
  {
    kind: 'refund_missing_there',
    sql: [
      `update payment_attempt set status = 'partially_refunded', refunded_minor = 100
       where id in (select aid from bench_payment b where b.wrong = $1)`,
      `insert into ledger_entry (id, transaction_id, owner_id, environment, currency, attempt_id, account, amount_minor, kind, at)
       select gen_random_uuid(), md5(a.id::text || 'refund')::uuid, a.owner_id, a.environment, a.currency, a.id, side.account,
         side.amount, 'refunded', b.at from bench_payment b join payment_attempt a on a.id = b.aid,
         (values ('provider', -100), ('earned', 100)) side(account, amount) where b.wrong = $1`,
    ],
  },
  { kind: 'late_settlement', line: (line) => [{ ...line, settledOn: dayAfter(line.settledOn, 10) }] },
  {
    kind: 'unknown_reference',
    line: (line) => [
      line,
      { ...line, reference: `NOBODY-${line.reference}`, transactionId: `x${line.transactionId}` },
    ],
  },
  { kind: 'captured_not_delivered', sql: undelivered('awaiting_payment') },
  { kind: 'delivered_not_captured', sql: uncaptured, line: () => [] },
];

/**
 * Copies a completed, paid case into so many, captured twenty days ago, some of them with one thing wrong: by SQL, past the
 * triggers that would look at every row.
 */
export async function fillBooks(client: pg.Client, submissionId: string, count: number): Promise<Booked[]> {
  await client.query('set session_replication_role = replica');
  try {
    await client.query(
      `create temp table bench_payment as select n, gen_random_uuid() sid, gen_random_uuid() oid, gen_random_uuid() aid,
         'KV-BOOK-' || n || '-1' as reference, now() - make_interval(days => $2) as at, null::text as wrong
       from generate_series(1, $1::int) n`,
      [count, daysAgo],
    );
    for (const [index, { kind }] of wrongs.entries())
      await client.query('update bench_payment set wrong = $1 where n % 1000 between $2 and $3', [
        kind,
        index * each,
        index * each + each - 1,
      ]);
    await copyRows(client, submissionId);
    for (const { kind, sql = [] } of wrongs)
      for (const statement of sql) await client.query(statement, [kind]);
  } finally {
    await client.query('set session_replication_role = origin');
  }
  for (const table of [
    'submission',
    'payment_order',
    'payment_attempt',
    'allocation',
    'ledger_entry',
    'archive_record',
  ])
    await client.query(`vacuum analyze ${table}`);
  const { rows } = await client.query<Booked>(
    `select b.n, b.reference, o.total_minor::int as "amountMinor", b.wrong,
       to_char(b.at at time zone 'Europe/Oslo', 'YYYY-MM-DD') as "capturedOn"
     from bench_payment b join payment_order o on o.id = b.oid order by b.n`,
  );
  return rows;
}

/** The provider's report of these payments, with what is wrong in it, in the neutral format. */
export function reportOf(booked: readonly Booked[], name: string): string {
  const byKind = new Map(wrongs.map((wrong) => [wrong.kind, wrong]));
  const lines = booked.flatMap(({ n, reference, amountMinor, capturedOn, wrong }) => {
    const base = { type: 'payment' as const, reference, transactionId: `t${n}`, currency: 'NOK' };
    const line: Line = withAmount(
      { ...base, amountMinor, feeMinor: 0, settledOn: dayAfter(capturedOn, 1) },
      amountMinor,
    );
    return (wrong === null ? undefined : byKind.get(wrong)?.line)?.(line) ?? [line];
  });
  const rows = lines.map(({ type, reference, transactionId, amountMinor, feeMinor, currency, settledOn }) =>
    [name, settledOn, type, reference, '', transactionId, '', amountMinor, currency, feeMinor].join(';'),
  );
  const header = 'report;settled_on;type;reference;payment_id;transaction_id;happened_on;amount;currency;fee';
  return `${[header, ...rows].join('\n')}\n`;
}

/** What must be found, and nothing else: `kind reference`. */
export function expectedOf(booked: readonly Booked[]): string[] {
  return booked.flatMap(({ wrong, reference }) => {
    if (wrong === null) return [];
    return [`${wrong} ${wrong === 'unknown_reference' ? `NOBODY-${reference}` : reference}`];
  });
}

/** One krone and 1.1 per cent, as the agreement is set up to say. */
function withAmount(line: Line, amountMinor: number): Line {
  return { ...line, amountMinor, feeMinor: 100 + Math.round((amountMinor * 110) / 10_000) };
}

async function copyRows(client: pg.Client, submissionId: string): Promise<void> {
  const copy = async (table: string, replaced: Record<string, string>, from: string) => {
    const { rows } = await client.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_name = $1 and table_schema = current_schema()',
      [table],
    );
    const columns = rows.map(({ name }) => name);
    const values = columns.map((name) => replaced[name] ?? `t.${name}`);
    await client.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from bench_payment b, ${from}`,
      [submissionId],
    );
  };
  const at = { created_at: 'b.at', updated_at: 'b.at' };
  const submission = {
    id: 'b.sid',
    reference: "'KV-BOOK-' || b.n",
    completed_at: 'b.at',
    paid_at: 'b.at',
    ...at,
  };
  await copy(
    'submission',
    { ...submission, erase_at: 'null', warn_at: 'null' },
    'submission t where t.id = $1',
  );
  const order = 'payment_order t where t.submission_id = $1';
  await copy('payment_order', { id: 'b.oid', submission_id: 'b.sid', created_at: 'b.at' }, order);
  const attempt = 'payment_attempt t join payment_order o on o.id = t.order_id where o.submission_id = $1';
  const ids = {
    id: 'b.aid',
    order_id: 'b.oid',
    reference: 'b.reference',
    provider_payment_id: "'book-' || b.n",
  };
  await copy('payment_attempt', { ...ids, paid_at: 'b.at', ...at }, attempt);
  const ofOrder = 't join payment_order o on o.id = t.order_id where o.submission_id = $1';
  const own = { id: 'gen_random_uuid()', attempt_id: 'b.aid' };
  await copy('allocation', { ...own, order_id: 'b.oid', created_at: 'b.at' }, `allocation ${ofOrder}`);
  await copy(
    'ledger_entry',
    { ...own, transaction_id: 'md5(b.aid::text || t.transaction_id::text)::uuid', at: 'b.at' },
    'ledger_entry t join payment_attempt a on a.id = t.attempt_id join payment_order o on o.id = a.order_id where o.submission_id = $1',
  );
  const archived = { reference: "'AR-BOOK-' || b.n", submission_id: 'b.sid', created_at: 'b.at' };
  await copy('archive_record', archived, 'archive_record t where t.submission_id = $1');
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
