import type pg from 'pg';

/** Fills a person's message box up to so many messages, by SQL: one in ten unread, one in five with a file. */
export async function fillMessageBox(client: pg.Client, personName: string, count: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    'select party.id from party join person on person.id = party.person_id where person.name = $1',
    [personName],
  );
  const partyId = rows[0]?.id;
  if (!partyId) throw new Error(`Nobody is called ${personName}`);
  await client.query(
    'delete from message_attachment where message_id in (select id from message where party_id = $1)',
    [partyId],
  );
  await client.query('delete from message where party_id = $1', [partyId]);
  await client.query(
    `insert into message (id, party_id, dedupe_key, kind, language, owner_name, subject, body, folder, created_at, read_at)
     select gen_random_uuid(), $1::uuid, 'bench:' || $1::uuid::text || ':' || n, 'reminder', 'nb', 'Målestokk kommune', 'Påminnelse ' || n,
            'Dette er en målt melding.', 'inbox', now() - n * interval '1 minute',
            case when n % 10 = 0 then null else now() end
       from generate_series(1, $2::int) n`,
    [partyId, count],
  );
  await client.query(
    `insert into message_attachment (id, message_id, filename, content_type, size_bytes, sha256, content)
     select gen_random_uuid(), id, 'vedlegg.txt', 'text/plain', 5, repeat('0', 64), 'hello'
       from message where party_id = $1 and right(dedupe_key, 1) in ('0', '5')`,
    [partyId],
  );
  await client.query('vacuum analyze message');
  await client.query('vacuum analyze message_attachment');
}

/**
 * Copies a case that waits for payment, so that each copy can be paid once; the payments of former copies are given up.
 * @returns paths of the copies, `/submissions/<id>`.
 */
export async function copyCase(client: pg.Client, submissionId: string, count: number): Promise<string[]> {
  await client.query(
    "update payment_attempt set status = 'failed', next_check_at = null, closed_at = now() where status in ('created', 'pending')",
  );
  const columns = async (table: string, replaced: readonly string[]) => {
    const { rows } = await client.query<{ name: string }>(
      'select column_name as name from information_schema.columns where table_name = $1 and table_schema = current_schema()',
      [table],
    );
    return rows.map(({ name }) => name).filter((name) => !replaced.includes(name));
  };
  const ofCase = (await columns('submission', ['id', 'reference'])).join(', ');
  const ofOrder = (await columns('payment_order', ['id', 'submission_id', 'created_at'])).join(', ');
  const { rows } = await client.query<{ id: string }>(
    `with copies as (
       insert into submission (id, reference, ${ofCase})
       select gen_random_uuid(), 'KV-BENCH-' || gen_random_uuid(), ${ofCase}
         from submission, generate_series(1, $2::int) where id = $1
       returning id)
     , parties as (
       insert into case_party (submission_id, party_id, role)
       select copies.id, party_id, role from copies, case_party where submission_id = $1)
     , orders as (
       insert into payment_order (id, submission_id, created_at, ${ofOrder})
       select gen_random_uuid(), copies.id, now(), ${ofOrder} from copies, payment_order where submission_id = $1)
     select id from copies`,
    [submissionId, count],
  );
  return rows.map(({ id }) => `/submissions/${id}`);
}
