import { addSeconds } from '@/lib/core/clock.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { issuePayment } from '../paying/issue-payment.ts';
import { startPayment } from '../paying/start-payment.ts';
import { verifyPayment } from '../paying/verify-payment.ts';
import { signSubmission } from '../signing/sign-submission.ts';
import { readSigningContent, textHash } from '../signing/signing-payload.ts';
import type { definitionFor } from './definition-for.ts';
import type { World } from './world.ts';

type Change = Parameters<typeof definitionFor>[2];

/** What a person who signs has been shown. */
export type WhatIsSeen = Parameters<typeof signSubmission>[3]['seen'];

/** An attempt that is open at the provider. */
export type OpenAttempt = PaymentAttempt & { providerPaymentId: string };

export interface Journey {
  /** A draft with its one answer. */
  draft(variant?: string, options?: { count?: string; change?: Change; actor?: Actor }): Promise<string>;
  /** A case that is filled in and confirmed; 100 kr per unit of `count`. */
  confirmed(variant?: string, options?: { count?: string; change?: Change; actor?: Actor }): Promise<string>;
  /** A prefilled payment of 600 kr for the actor. */
  issued(dueDate: string, actor?: Actor, change?: Change): Promise<string>;
  /** Opens the payment of a case that waits for it. */
  open(submissionId: string, actor?: Actor, choice?: string): Promise<OpenAttempt>;
  /** Opens it and does what the payer does at the provider; nobody tells Kvitt. */
  paid(submissionId: string, card?: string): Promise<OpenAttempt>;
  /** Signs in anew, and reads what is to be signed. */
  readyToSign(submissionId: string, actor?: Actor): Promise<WhatIsSeen>;
  /** Signs for the actor, having seen what is frozen. */
  sign(submissionId: string, actor?: Actor): Promise<string>;
  status(submissionId: string): Promise<string>;
  /** All attempts of a case, oldest first. */
  attempts(submissionId: string): Promise<PaymentAttempt[]>;
  latest(submissionId: string): Promise<OpenAttempt>;
  attempt(id: string): Promise<PaymentAttempt>;
  events(submissionId: string): Promise<string[]>;
  alarms(submissionId: string): Promise<string[]>;
  messages(submissionId: string, kind?: string): Promise<number>;
}

/** The steps that a person goes through, for tests of what happens around them. */
export function newJourney(world: World, kari: Actor): Journey {
  const { app } = world;
  const journey: Journey = {
    async draft(variant = 'submit_and_pay', { count = '3', change, actor = kari } = {}) {
      const slug = await world.service(variant, change);
      const { submissionId, firstPage } = await startSubmission(app, actor, slug, 'nb');
      const posted = { count: [count], _shown: ['count'] };
      await saveAnswers(app, actor, submissionId, firstPage, posted, 0);
      return submissionId;
    },
    async confirmed(variant, options = {}) {
      const { actor = kari } = options;
      const submissionId = await journey.draft(variant, options);
      const result = await confirmSubmission(app, actor, submissionId, undefined);
      if (result.kind !== 'confirmed') throw new Error(`Not confirmed: ${JSON.stringify(result)}`);
      return submissionId;
    },
    async issued(dueDate, actor = kari, change) {
      const slug = await world.service('prefilled', change);
      const version = await app.db.serviceVersion.findFirstOrThrow({ where: { service: { slug } } });
      return app.db.$transaction((tx) =>
        issuePayment(tx, app, {
          serviceVersionId: version.id,
          payerPartyId: actor.acting.id,
          language: 'nb',
          title: 'Feieavgift',
          dueDate,
          kid: '1234567897',
        }),
      );
    },
    async open(submissionId, actor = kari, choice) {
      const started = await startPayment(app, actor, submissionId, choice);
      if (started.kind !== 'open') throw new Error(`Not opened: ${started.kind}`);
      return journey.latest(submissionId);
    },
    async paid(submissionId, card) {
      const attempt = await journey.open(submissionId);
      await world.nets.pay(attempt.providerPaymentId, card ? { card } : {});
      return attempt;
    },
    async readyToSign(submissionId, actor = kari) {
      const now = app.clock.now();
      await app.db.session.upsert({
        where: { id: actor.sessionId },
        create: {
          id: actor.sessionId,
          tokenHash: app.ids.token(),
          personId: actor.personId,
          createdAt: now,
          acr: 'idporten-loa-high',
          authTime: now,
          expiresAt: addSeconds(now, 3600),
        },
        update: { authTime: now },
      });
      const submission = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
      const signing = await readSigningContent(app.db, submission);
      const { contentHash } = signing;
      return { contentHash, textHash: textHash(signing, 'nb'), language: 'nb' as const };
    },
    async sign(submissionId, actor = kari) {
      const seen = await journey.readyToSign(submissionId, actor);
      return (await signSubmission(app, actor, submissionId, { seen })).kind;
    },
    status: async (id) => (await app.db.submission.findUniqueOrThrow({ where: { id } })).status,
    // The clock may stand still between two attempts; their references count.
    attempts: (submissionId) =>
      app.db.paymentAttempt.findMany({
        where: { order: { submissionId } },
        orderBy: [{ createdAt: 'asc' }, { reference: 'asc' }],
      }),
    async latest(submissionId) {
      const attempt = (await journey.attempts(submissionId)).at(-1);
      if (!attempt?.providerPaymentId) throw new Error('No payment is open at the provider');
      return { ...attempt, providerPaymentId: attempt.providerPaymentId };
    },
    attempt: (id) => app.db.paymentAttempt.findUniqueOrThrow({ where: { id } }),
    events: async (submissionId) =>
      (await app.db.submissionEvent.findMany({ where: { submissionId }, orderBy: { seq: 'asc' } })).map(
        ({ type }) => type,
      ),
    alarms: async (submissionId) =>
      (
        await app.db.alarm.findMany({ where: { submissionId, closedAt: null }, orderBy: { kind: 'asc' } })
      ).map(({ kind }) => kind),
    messages: (submissionId, kind) => app.db.message.count({ where: { submissionId, kind } }),
  };
  return journey;
}

/** Asks the provider about an attempt, as return, webhook and timer do. */
export const ask = (world: World, attempt: { id: string }) => verifyPayment(world.app, attempt.id);
