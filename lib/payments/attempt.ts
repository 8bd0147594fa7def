import { minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import { columnsOf, jsonOf } from '@/lib/db/columns-of.ts';
import { type PaymentAgreement, type PaymentAttempt, Prisma } from '@/lib/db/generated/client.ts';
import type { ParsedMessage } from './provider.ts';

/** A payment attempt without the snapshot of rule 3: that is kept as evidence, may be large, and decides nothing afterwards. */
export type Attempt = Omit<PaymentAttempt, 'snapshot'>;

/** An attempt with what its provider is asked with. */
export interface Payment {
  attempt: Attempt;
  agreement: PaymentAgreement;
  submissionId: string;
}

/** What of an attempt's money is still with the owner, minor units: taken, and neither given back nor taken back by a bank. */
export function leftOf({
  capturedMinor,
  refundedMinor,
  chargedBackMinor,
}: Pick<PaymentAttempt, 'capturedMinor' | 'refundedMinor' | 'chargedBackMinor'>): number {
  return Math.max(0, minor(capturedMinor - refundedMinor - chargedBackMinor));
}

/** For reads through the client. */
export const withoutSnapshot = { snapshot: true } as const;

const { snapshot: _, ...fields } = Prisma.PaymentAttemptScalarFieldEnum;
const columns = columnsOf(fields, 'a');
const agreement = Prisma.sql`${jsonOf(Prisma.PaymentAgreementScalarFieldEnum, 'g')} as agreement`;

type PaymentRow = Attempt & Omit<Payment, 'attempt'>;

/** @throws when there is none. */
export async function readAttempt(reader: Reader, id: string): Promise<Attempt> {
  const [attempt] = await reader.$queryRaw<Attempt[]>`
    select ${columns} from payment_attempt a where a.id = ${id}::uuid`;
  if (!attempt) throw new Error(`No payment attempt ${id}`);
  return attempt;
}

/** An attempt with its agreement and its case, in one statement. */
export function findPayment(reader: Reader, id: string): Promise<Payment | undefined> {
  return findWhere(reader, Prisma.sql`a.id = ${id}::uuid`);
}

/** The same, by what a message calls it: our own reference, or the provider's name for it. */
export async function findByMessage(
  reader: Reader,
  agreementId: string,
  { reference, providerPaymentId }: Pick<ParsedMessage, 'reference' | 'providerPaymentId'>,
): Promise<Payment | undefined> {
  const ours = Prisma.sql`a.agreement_id = ${agreementId}::uuid`;
  if (reference !== undefined) return findWhere(reader, Prisma.sql`${ours} and a.reference = ${reference}`);
  if (providerPaymentId === undefined) return undefined;
  return findWhere(reader, Prisma.sql`${ours} and a.provider_payment_id = ${providerPaymentId}`);
}

/** Whom a message is for. */
export interface Addressee {
  agreement: PaymentAgreement;
  /** The attempt that the message's address names, when it is one of the agreement's. */
  payment?: Payment;
}

/** The agreement that a message's address names by its token, with the attempt that it names; in one statement. */
export async function findAddressee(
  reader: Reader,
  endpointToken: string,
  attemptId: string | null,
): Promise<Addressee | undefined> {
  const [row] = await reader.$queryRaw<(PaymentRow | (Omit<PaymentRow, 'id'> & { id: null }))[]>`
    select ${columns}, ${agreement}, o.submission_id as "submissionId"
      from payment_agreement g
      left join payment_attempt a on a.agreement_id = g.id and a.id = ${attemptId}::uuid
      left join payment_order o on o.id = a.order_id
     where g.endpoint_token = ${endpointToken}`;
  return row && { agreement: row.agreement, ...(row.id !== null && { payment: paymentOf(row) }) };
}

async function findWhere(reader: Reader, condition: Prisma.Sql): Promise<Payment | undefined> {
  const [row] = await reader.$queryRaw<PaymentRow[]>`
    select ${columns}, ${agreement}, o.submission_id as "submissionId"
      from payment_attempt a
      join payment_agreement g on g.id = a.agreement_id
      join payment_order o on o.id = a.order_id
     where ${condition}`;
  return row && paymentOf(row);
}

function paymentOf({ agreement, submissionId, ...attempt }: PaymentRow): Payment {
  return { attempt, agreement, submissionId };
}
