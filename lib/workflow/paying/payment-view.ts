import { osloDate } from '@/lib/core/clock.ts';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { minor } from '@/lib/core/money.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { type FrozenOrder, orderInForce } from '@/lib/payments/frozen-order.ts';
import { methodWords } from '@/lib/payments/method-words.ts';
import { givenBack } from '@/lib/payments/record-evidence.ts';
import type { Words } from '@/lib/payments/words.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';
import { variants } from '../variants/registry.ts';
import { mayWithdraw } from '../withdrawing/may-withdraw.ts';
import { agreementOf, type WaysToPay, waysToPay } from './ways-to-pay.ts';

/** How the payment of a case stands, for the payer; exactly one thing to do follows from each. */
export type PaymentSituation =
  /** Nothing open: pay. `because` says why an earlier try came to nothing. */
  | {
      kind: 'pay';
      because?:
        | 'declined'
        | 'capture_refused'
        | 'capture_refused_unsigned'
        | 'method_not_allowed'
        | 'create_refused'
        | 'create_unknown'
        | 'cancelled'
        | 'expired'
        | 'released'
        | 'refunded'
        | 'partially_refunded'
        | 'given_back';
    }
  /** A payment page is open and nothing has come of it yet: go on there. */
  | { kind: 'open'; declined: boolean }
  | { kind: 'opening' }
  /** No clear answer from the provider: wait, and do not pay again. */
  | { kind: 'unknown' }
  /** Something does not match: the owner sorts it out. */
  | { kind: 'problem' }
  /** Money is here; the rest happens without the payer. */
  | { kind: 'finishing' };

export interface PaymentView {
  found: Case;
  definition: ServiceDefinition;
  language: Language;
  order: FrozenOrder;
  ownerName: Record<Language, string>;
  situation: PaymentSituation;
  ways: WaysToPay;
  /** What the payer chose when the latest payment was opened. */
  chosen?: string;
  /** What the latest payment was paid with, where its provider told it in a name that we know. */
  used?: { method: Words; cardType?: string };
  /** What of the latest payment has gone back, minor units of the order's currency. */
  returnedMinor: number;
  canEdit: boolean;
  mayWithdraw: boolean;
  overdue: boolean;
}

/** What the payment step shows. @throws KvittError `not_found` for cases that are not the acting party's, `step_up_required`. */
export async function readPaymentView(
  app: App,
  actor: Actor,
  submissionId: string,
): Promise<PaymentView | undefined> {
  const { definition, ...found } = await openCase(app.db, actor, submissionId, ['filler', 'payer']);
  const order = await orderInForce(app.db, submissionId);
  if (found.status !== 'awaiting_payment' || !order) return undefined;
  const [agreement, owner, latest] = await Promise.all([
    agreementOf(app.db, found, definition),
    app.db.owner.findUniqueOrThrow({ where: { id: found.ownerId } }),
    app.db.paymentAttempt.findFirst({
      where: { orderId: order.id },
      orderBy: { createdAt: 'desc' },
      select: {
        status: true,
        failure: true,
        problem: true,
        unknownSince: true,
        choice: true,
        provider: true,
        method: true,
        cardType: true,
        refundedMinor: true,
      },
    }),
  ]);
  const view: PaymentView = {
    found,
    definition,
    order,
    language: asLanguage(found.language) ?? defaultLanguage,
    ownerName: owner.name as Record<Language, string>,
    situation: situationOf(latest),
    ways: waysToPay(app, agreement, definition.payment, order.currency),
    chosen: latest?.choice ?? undefined,
    used: latest ? usedIn(latest) : undefined,
    returnedMinor: minor(latest?.refundedMinor ?? 0),
    canEdit: variants.get(definition.variant).fill,
    mayWithdraw: mayWithdraw(found),
    overdue: found.dueDate !== null && found.dueDate < osloDate(app.clock.now()),
  };
  const { steps } = variants.get(definition.variant);
  return steps.includes('sign') ? view : { ...view, situation: withoutSigning(view.situation) };
}

function usedIn(latest: Pick<PaymentAttempt, 'provider' | 'method' | 'cardType'>): PaymentView['used'] {
  const method = methodWords(latest);
  return method && { method, ...(latest.cardType && { cardType: latest.cardType }) };
}

interface Latest {
  status: string;
  failure: string | null;
  problem: string | null;
  unknownSince: Date | null;
}

/** Pure: the latest attempt of the order in force, or none, to what the payer is told. */
export function situationOf(latest: Latest | null): PaymentSituation {
  if (!latest) return { kind: 'pay' };
  if (latest.problem) return { kind: 'problem' };
  if (latest.failure === 'method_not_allowed') return { kind: 'pay', because: latest.failure };
  switch (latest.status) {
    case 'created':
      return { kind: 'opening' };
    case 'pending':
      return latest.unknownSince
        ? { kind: 'unknown' }
        : { kind: 'open', declined: latest.failure === 'declined' };
    case 'authorized':
    case 'captured':
      return { kind: 'finishing' };
    default:
      return { kind: 'pay', because: reason(latest) };
  }
}

/** Nobody is told of a signature that is not asked for. */
function withoutSigning(situation: PaymentSituation): PaymentSituation {
  const refused = situation.kind === 'pay' && situation.because === 'capture_refused';
  return refused ? { kind: 'pay', because: 'capture_refused_unsigned' } : situation;
}

function reason({ status, failure }: Latest): Extract<PaymentSituation, { kind: 'pay' }>['because'] {
  switch (failure) {
    case 'capture_refused':
    case 'create_refused':
    case 'create_unknown':
    case givenBack:
      return failure;
  }
  if (status === 'refunded' || status === 'partially_refunded') return status;
  if (status === 'expired') return 'expired';
  if (status === 'voided') return 'released';
  return status === 'failed' ? 'declined' : 'cancelled';
}
