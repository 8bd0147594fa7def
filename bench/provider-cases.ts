import type pg from 'pg';
import { ask, type PaymentPage } from './payers/payer.ts';
import { payers } from './payers/registry.ts';

/** An agreement of the demo's; one for each provider. */
export interface Agreement {
  id: string;
  ownerId: string;
  environment: string;
  name: string;
  provider: string;
}

/** What cases are copied from: a case that waits for payment, and a version of its service that is paid by an agreement. */
export interface Template {
  submissionId: string;
  agreement: Agreement;
  versionId: string;
}

/** One agreement of each provider that the demo has one of, and that we have a payer for. */
export async function agreements(client: pg.Client): Promise<Agreement[]> {
  const { rows } = await client.query<Agreement>(
    `select distinct on (provider) id, owner_id as "ownerId", environment, name, provider
       from payment_agreement where environment = 'live' order by provider, id`,
  );
  return rows.filter(({ provider }) => Object.hasOwn(payers, provider));
}

/** A copy of a case's service, of the agreement's owner and paid by it. */
export async function templateFor(
  client: pg.Client,
  submissionId: string,
  agreement: Agreement,
): Promise<Template> {
  const { provider, ownerId, environment, name } = agreement;
  const { rows } = await client.query<{ id: string }>(
    `with service as (
       insert into service (id, owner_id, environment, slug)
       values (gen_random_uuid(), $2, $3, 'bench-' || $4::text || '-' || left(gen_random_uuid()::text, 8)) returning id, slug)
     insert into service_version (id, service_id, owner_id, environment, version, definition, published_at, created_at)
     select gen_random_uuid(), service.id, $2, $3, 1,
            jsonb_set(v.definition, '{slug}', to_jsonb(service.slug))
              || jsonb_build_object('payment', (v.definition->'payment') - 'methods' || jsonb_build_object('agreement', $5::text)),
            now(), now()
       from service, service_version v join submission s on s.service_version_id = v.id where s.id = $1
     returning id`,
    [submissionId, ownerId, environment, provider, name],
  );
  const versionId = rows[0]?.id;
  if (!versionId) throw new Error('The case has no service version');
  return { submissionId, agreement, versionId };
}

/**
 * Copies of a case, each to be paid once by the template's agreement.
 * @returns their ids.
 */
export async function newCases(client: pg.Client, template: Template, count: number): Promise<string[]> {
  const { submissionId, agreement, versionId } = template;
  const own = ['owner_id', 'environment'];
  const ofCase = await columns(client, 'submission', ['id', 'reference', 'service_version_id', ...own]);
  const ofOrder = await columns(client, 'payment_order', ['id', 'submission_id', 'created_at', ...own]);
  const { rows } = await client.query<{ id: string }>(
    `with copies as (
       insert into submission (id, reference, service_version_id, owner_id, environment, ${ofCase})
       select gen_random_uuid(), 'KVB-' || upper(left(replace(gen_random_uuid()::text, '-', ''), 12)), $3::uuid, $4::uuid, $5::"Environment", ${ofCase}
         from submission, generate_series(1, $2::int) where id = $1
       returning id)
     , parties as (
       insert into case_party (submission_id, party_id, role)
       select copies.id, party_id, role from copies, case_party where submission_id = $1)
     , orders as (
       insert into payment_order (id, submission_id, created_at, owner_id, environment, ${ofOrder})
       select gen_random_uuid(), copies.id, now(), $4::uuid, $5::"Environment", ${ofOrder} from copies, payment_order where submission_id = $1)
     select id from copies`,
    [submissionId, count, versionId, agreement.ownerId, agreement.environment],
  );
  return rows.map(({ id }) => id);
}

/** The open payment page of each of these cases; the timer does not ask about them for an hour. */
export async function openPages(client: pg.Client, cases: readonly string[]): Promise<PaymentPage[]> {
  const { rows } = await client.query<PaymentPage>(
    `update payment_attempt a set next_check_at = now() + interval '1 hour'
       from payment_order o where o.id = a.order_id and o.submission_id = any($1::uuid[]) and a.status = 'pending'
     returning a.reference, a.provider_payment_id as "providerPaymentId", a.redirect_url as "redirectUrl",
               a.form_fields as "formFields"`,
    [cases],
  );
  if (rows.length !== cases.length) throw new Error(`${rows.length} of ${cases.length} payments are open`);
  return rows;
}

/** Every call is answered so many milliseconds late, and no message is sent by the provider itself. */
export async function provide(provider: string, faults: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(faults))
    await ask('/faults/api', 'PUT', { party: provider, name, value });
}

export async function clearFaults(): Promise<void> {
  await ask('/faults/api', 'DELETE');
}

async function columns(client: pg.Client, table: string, replaced: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_name = $1 and table_schema = current_schema()',
    [table],
  );
  return rows
    .map(({ name }) => name)
    .filter((name) => !replaced.includes(name))
    .join(', ');
}
