import { assertNever } from '@/lib/core/assert-never.ts';
import { osloDate } from '@/lib/core/clock.ts';
import type { Cursor } from '@/lib/core/cursor.ts';
import type { Language } from '@/lib/core/language.ts';
import { type Currency, type Money, minor } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Prisma } from '@/lib/db/generated/client.ts';
import type { CaseRole } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';
import { situationOf } from '../paying/payment-view.ts';
import { mayWithdraw } from '../withdrawing/may-withdraw.ts';

/** Where a case that is under way stands, for the one who may act on it; one thing to do follows from each. */
export type ProgressState =
  | 'draft'
  | 'to_pay'
  /** No clear answer from the provider, or money that is on its way: wait, and do not pay again. */
  | 'waiting_for_provider'
  | 'to_sign'
  /** Completed, and the receipt is not in the box yet. */
  | 'delivering';

export interface InProgressCase {
  id: string;
  title: string;
  language: string;
  ownerName: Record<Language, string>;
  reference: string;
  state: ProgressState;
  /** What is to be paid, once it is confirmed. */
  amount?: Money;
  /** A payment that the owner asks for: it has a due date instead of a deadline. */
  dueDate?: string;
  overdue: boolean;
  kid?: string;
  deadlineAt?: Date;
  mayWithdraw: boolean;
  updatedAt: Date;
}

/** The cases of the acting party that are not finished, newest first, page by page by key. */
export async function listInProgress(
  app: App,
  actor: Pick<Actor, 'acting'>,
  options: { before?: Cursor; limit?: number } = {},
): Promise<{ cases: InProgressCase[]; next?: Cursor }> {
  const { before, limit = 20 } = options;
  const ids = await findUnfinished(app.db, actor.acting.id, before, limit + 1);
  const rows = await app.db.submission.findMany({
    where: { id: { in: ids } },
    include: { ...detail, parties: { where: { partyId: actor.acting.id } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  });
  const shown = rows.slice(0, limit);
  const owners = await app.db.owner.findMany({
    where: { id: { in: shown.map(({ ownerId }) => ownerId) } },
    select: { id: true, name: true },
  });
  const names = new Map(owners.map(({ id, name }) => [id, name as Record<Language, string>]));
  const today = osloDate(app.clock.now());
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    cases: shown.map((row) => progressOf(row, names.get(row.ownerId) ?? { nb: '', nn: '', en: '' }, today)),
    ...(last && { next: { createdAt: last.createdAt, id: last.id } }),
  };
}

/**
 * Ids of the party's cases that are under way, or completed and not in the box yet. By hand: for «has no such event» Prisma
 * asks for the events of every case there is.
 */
async function findUnfinished(
  reader: Reader,
  partyId: string,
  before: Cursor | undefined,
  limit: number,
): Promise<string[]> {
  const beforeAt = before?.createdAt ?? null;
  const rows = await reader.$queryRaw<{ id: string }[]>`
    select s.id
      from submission s
     where s.id in (select submission_id from case_party
                     where party_id = ${partyId}::uuid and role in ('filler', 'payer', 'signer'))
       and (s.status in ('draft', 'issued', 'awaiting_payment', 'awaiting_signature')
            or s.status = 'completed'
           and not exists (select from submission_event e
                            where e.submission_id = s.id and e.type = 'case.delivered'))
       and (${beforeAt}::timestamptz is null or s.created_at < ${beforeAt}::timestamptz
            or s.created_at = ${beforeAt}::timestamptz and s.id > ${before?.id ?? null}::uuid)
     order by s.created_at desc, s.id
     limit ${limit}`;
  return rows.map(({ id }) => id);
}

const detail = {
  orders: {
    where: { kind: 'original', voidedAt: null },
    select: {
      totalMinor: true,
      currency: true,
      attempts: {
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { status: true, failure: true, problem: true, unknownSince: true },
      },
    },
  },
  signatures: { where: { status: 'pending' }, select: { id: true } },
} satisfies Prisma.SubmissionInclude;

type Row = Prisma.SubmissionGetPayload<{ include: typeof detail & { parties: true } }>;

function progressOf(row: Row, ownerName: Record<Language, string>, today: string): InProgressCase {
  const order = row.orders[0];
  const state = stateOf(row);
  const toPay = order && order.totalMinor > 0n && (state === 'to_pay' || state === 'waiting_for_provider');
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    ownerName,
    reference: row.reference,
    state,
    updatedAt: row.updatedAt,
    mayWithdraw: mayWithdraw({
      status: row.status,
      roles: row.parties.map(({ role }) => role as CaseRole),
    }),
    overdue: state === 'to_pay' && row.dueDate !== null && row.dueDate < today,
    ...(toPay && { amount: { amountMinor: minor(order.totalMinor), currency: order.currency as Currency } }),
    ...(row.dueDate && { dueDate: row.dueDate }),
    ...(row.kid && { kid: row.kid }),
    ...(row.deadlineAt && { deadlineAt: row.deadlineAt }),
  };
}

function stateOf(row: Row): ProgressState {
  if (row.status === 'draft') return 'draft';
  if (row.status === 'completed') return 'delivering';
  if (row.status === 'awaiting_signature')
    return row.signatures.length > 0 ? 'to_sign' : 'waiting_for_provider';
  const { kind } = situationOf(row.orders[0]?.attempts[0] ?? null);
  switch (kind) {
    case 'pay':
    case 'open':
    case 'opening':
      return 'to_pay';
    case 'unknown':
    case 'problem':
    case 'finishing':
      return 'waiting_for_provider';
    default:
      return assertNever(kind);
  }
}
