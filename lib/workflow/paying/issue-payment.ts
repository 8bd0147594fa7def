import { osloDate } from '@/lib/core/clock.ts';
import type { Language } from '@/lib/core/language.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { calculateOrder } from '@/lib/pricing/calculate-order.ts';
import type { Pricing } from '@/lib/pricing/rule.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { newReference } from '@/lib/submissions/reference.ts';
import { formatDate } from '@/lib/texts/format-date.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { advance } from '../engine/advance.ts';
import { freezePrice } from '../engine/freeze-price.ts';

export interface NewIssue {
  serviceVersionId: string;
  /** The party that is to pay. */
  payerPartyId: string;
  language: Language;
  title: string;
  /** What is owed; the rules of the service's own when absent. */
  rules?: Pricing['rules'];
  /** `YYYY-MM-DD`; passing it marks the payment overdue, still payable. */
  dueDate: string;
  kid: string;
}

/** Issues a prefilled payment: no draft and no reopening, straight to the payment step and into the payer's message box. */
export async function issuePayment(tx: Transaction, app: App, issue: NewIssue): Promise<string> {
  const now = app.clock.now();
  const version = await tx.serviceVersion.findUniqueOrThrow({ where: { id: issue.serviceVersionId } });
  const definition = version.definition as unknown as ServiceDefinition;
  const pricing = { ...definition.pricing, rules: issue.rules ?? definition.pricing.rules };
  const price = calculateOrder(pricing, {}, { date: osloDate(now) });
  if (!price.ok) throw new Error(`The issued price cannot be computed: ${price.ruleId} ${price.detail}`);
  if (price.order.totalMinor <= 0) throw new Error('An issued payment must have something to pay');
  const id = app.ids.uuid();
  const keys = { ownerId: version.ownerId, environment: version.environment };
  const submission = await tx.submission.create({
    data: {
      id,
      ...keys,
      serviceVersionId: version.id,
      status: 'issued',
      language: issue.language,
      title: issue.title,
      answers: {},
      reference: newReference(app.ids),
      createdAt: now,
      updatedAt: now,
      submittedAt: now,
      dueDate: issue.dueDate,
      kid: issue.kid,
      parties: { create: { partyId: issue.payerPartyId, role: 'payer' } },
    },
  });
  await appendEvent(tx, {
    submissionId: id,
    type: 'submission.issued',
    data: { dueDate: issue.dueDate },
    actor: 'system',
    at: now,
  });
  const { order, contentHash } = await freezePrice(tx, app, submission, definition, price.order, []);
  await advance(tx, app, submission, { event: 'payable', actor: 'system', set: { contentHash } });
  // A prefilled payment has a due date, not a deadline: it stays payable.
  await tx.submission.updateMany({ where: { id }, data: { deadlineAt: null } });
  await tellParties(tx, app, submission, {
    kind: 'issued',
    dedupeKey: `issued:${id}`,
    subject: 'notices.issuedSubject',
    body: 'notices.issuedBody',
    values: {
      amount: formatMoney({ amountMinor: order.totalMinor, currency: order.currency }, issue.language),
      date: formatDate(new Date(`${issue.dueDate}T12:00:00Z`), issue.language),
      kid: issue.kid,
    },
  });
  return id;
}
