import { recordAct } from '@/lib/audit/record-act.ts';
import type { Answers } from '@/lib/core/answers.ts';
import { notFound } from '@/lib/core/errors.ts';
import { maskNumbers } from '@/lib/core/identifiers/fodselsnummer.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { asLanguage, defaultLanguage, type Language } from '@/lib/core/language.ts';
import { minor } from '@/lib/core/money.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Submission, SubmissionEvent } from '@/lib/db/generated/client.ts';
import { type DescribedPage, describeAnswers } from '@/lib/forms/describe.ts';
import type { AttemptStatus } from '@/lib/payments/attempt-machine.ts';
import { type FrozenOrder, orderInForce } from '@/lib/payments/frozen-order.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { visibleToOwner } from './list-cases.ts';

/** One case as its owner's case worker sees it. */
export interface StaffCase {
  submission: Omit<Submission, 'answers'>;
  version: number;
  /** Language that it was filled in in: answers and order are shown in it. */
  language: Language;
  parties: { role: string; name: string; kind: string }[];
  pages: DescribedPage[];
  order?: FrozenOrder;
  attempts: { id: string; status: AttemptStatus; amountMinor: number; createdAt: Date }[];
  /** Whether a case worker says when they begin on it, as withdrawing it ends then. */
  endsWithdrawal: boolean;
  /** The newest, oldest of them first. */
  events: SubmissionEvent[];
  /** How many there are before those. */
  earlierEvents: number;
}

/** More than one page can show of what happened. */
const maxEvents = 500;

/**
 * Reads one case of the employee's owner, and puts it on record that it was read.
 * @throws KvittError `not_found` for unknown and foreign ids and for drafts, `forbidden` without the role.
 */
export async function readCase(app: App, staff: StaffActor, submissionId: string): Promise<StaffCase> {
  requireRole(staff, 'case_worker');
  if (!isUuid(submissionId)) throw notFound('Submission');
  const found = await app.db.submission.findFirst({
    where: { id: submissionId, ownerId: staff.ownerId, AND: [visibleToOwner()] },
    include: {
      serviceVersion: { select: { version: true } },
      parties: true,
      events: { orderBy: { seq: 'desc' }, take: maxEvents },
      _count: { select: { events: true } },
      attachments: { select: { id: true, componentId: true, filename: true, sizeBytes: true } },
    },
  });
  if (!found) throw notFound('Submission');
  const { parties: roles, events, attachments, serviceVersion, answers, _count, ...submission } = found;
  const [definition, order, parties, attempts] = await Promise.all([
    definitionOf(app.db, found),
    orderInForce(app.db, submissionId),
    app.db.party.findMany({ where: { id: { in: roles.map(({ partyId }) => partyId) } } }),
    app.db.paymentAttempt.findMany({
      where: { ownerId: staff.ownerId, order: { submissionId } },
      orderBy: { createdAt: 'asc' },
    }),
  ]);
  await recordAct(app.db, app, staff, {
    act: 'submission_read',
    subject: 'submission',
    subjectId: submissionId,
    detail: { reference: submission.reference },
  });
  const language = asLanguage(submission.language) ?? defaultLanguage;
  const files = Object.fromEntries(
    attachments.map(({ componentId }) => [
      componentId,
      attachments
        .filter((file) => file.componentId === componentId)
        .map(({ filename, sizeBytes }) => ({ name: filename, sizeBytes })),
    ]),
  );
  const pages = describeAnswers(formOf(definition, submission), answers as Answers, {
    wording: translator(language),
    serviceText: serviceText(definition, language),
    files,
  });
  return {
    submission,
    version: serviceVersion.version,
    language,
    parties: roles.flatMap(({ partyId, role }) => {
      const party = parties.find(({ id }) => id === partyId);
      return party ? [{ role, name: party.name, kind: party.kind }] : [];
    }),
    pages: pages.map((page) => ({
      ...page,
      rows: page.rows.map((row) => ({ ...row, value: maskNumbers(row.value) })),
    })),
    ...(order && { order }),
    attempts: attempts.map(({ id, status, amountMinor, createdAt }) => ({
      id,
      status,
      amountMinor: minor(amountMinor),
      createdAt,
    })),
    endsWithdrawal: definition.withdrawal?.untilHandled ?? false,
    events: events.toReversed(),
    earlierEvents: _count.events - events.length,
  };
}
