import { reopenSubmission } from '../../filling/reopen-submission.ts';
import { confirmAndPay } from '../../paying/confirm-and-pay.ts';
import { refundPayment } from '../../refunding/refund-payment.ts';
import { registerForMessages } from '../../upkeep/register-for-messages.ts';
import { withdrawSubmission } from '../../withdrawing/withdraw-submission.ts';
import { runJobs } from '../run-jobs.ts';
import type { Deed, RawMessage } from './deed.ts';
import type { End } from './effects.ts';
import { receiveRaw } from './receive-raw.ts';
import { type CrashStage, openPage, payAndReturn, payOnPage } from './stage.ts';

/** A case just before somebody does the deed that is to be interrupted. */
export interface Scene {
  variant: string;
  submissionId: string;
  deed: Deed;
  /** What its people and its provider do once the process is up again. */
  afterwards?(): Promise<unknown>;
  end: End;
}

export type Arrange = (stage: CrashStage, provider: string) => Promise<Scene>;

const by = (agreement: string, capture: 'now' | 'reserve' = 'now') => ({ payment: { agreement, capture } });

/** What keeps every provider's case at `submit_and_pay` until it is paid and taken. */
async function confirmed({ journey }: CrashStage, provider: string, variant = 'submit_and_pay') {
  const capture = variant === 'submit_and_pay' ? 'now' : 'reserve';
  return { variant, submissionId: await journey.confirmed(variant, { change: by(provider, capture) }) };
}

/** The payer pays, unless the case has moved on, and the provider's money is taken. */
async function finish(stage: CrashStage, provider: string, submissionId: string): Promise<void> {
  if ((await stage.journey.status(submissionId)) === 'awaiting_payment')
    await payAndReturn(stage, provider, submissionId);
  await stage.world.work();
}

export const sendingIn: Arrange = async (stage, provider) => {
  const { journey, kari, world } = stage;
  const submissionId = await journey.draft('submit_and_pay', { change: by(provider) });
  return {
    variant: 'submit_and_pay',
    submissionId,
    deed: { does: 'confirm-and-pay', actor: kari, submissionId },
    afterwards: async () => {
      await confirmAndPay(world.app, kari, submissionId, undefined);
      await finish(stage, provider, submissionId);
    },
    end: 'completed',
  };
};

export const opening: Arrange = async (stage, provider) => {
  const { variant, submissionId } = await confirmed(stage, provider);
  return {
    variant,
    submissionId,
    deed: { does: 'start-payment', actor: stage.kari, submissionId },
    afterwards: () => finish(stage, provider, submissionId),
    end: 'completed',
  };
};

/** Paid, and the first that Kvitt hears of it is what the return brings, or what it asks then. */
export const comingBack: Arrange = async (stage, provider) => {
  const { variant, submissionId } = await confirmed(stage, provider);
  const page = await openPage(stage, submissionId);
  const brought = await payOnPage(stage, provider, page);
  const { id: attemptId, reference } = page;
  const message = brought && { headers: Object.fromEntries(brought.headers), body: brought.body };
  return {
    variant,
    submissionId,
    deed: message ? { does: 'return', attemptId, message } : { does: 'verify', attemptId },
    // Nobody can be asked: its server tells until it is heard.
    afterwards: () => (message ? tellAgain(stage, provider, reference) : Promise.resolve()),
    end: 'completed',
  };
};

/** The provider tells, and is not answered; `afterwards` it tells again, or not. */
const told =
  (again: boolean): Arrange =>
  async (stage, provider) => {
    const { variant, submissionId } = await confirmed(stage, provider);
    const page = await openPage(stage, submissionId);
    await payOnPage(stage, provider, page);
    const message = (await messagesOf(stage, provider, page.reference)).at(-1);
    if (!message) throw new Error(`${provider} has told nothing`);
    return {
      variant,
      submissionId,
      deed: { does: 'receive', message },
      ...(again && { afterwards: () => receiveRaw(stage.world.app, message) }),
      end: 'completed',
    };
  };
export const toldAgain = told(true);
export const toldOnce = told(false);

export const taking: Arrange = async (stage, provider) => {
  const { variant, submissionId } = await signed(stage, provider);
  return { variant, submissionId, deed: await operate(stage, submissionId, 'capture'), end: 'completed' };
};

export const signing: Arrange = async (stage, provider) => {
  const { journey, kari } = stage;
  const { variant, submissionId } = await held(stage, provider);
  const seen = await journey.readyToSign(submissionId);
  return {
    variant,
    submissionId,
    deed: { does: 'sign', actor: kari, submissionId, seen },
    afterwards: async () => {
      const missing = await stage.world.app.db.signatureRequest.count({
        where: { submissionId, status: 'pending' },
      });
      if (missing) await journey.sign(submissionId);
      await stage.world.work();
    },
    end: 'completed',
  };
};

export const lettingGo: Arrange = async (stage, provider) => {
  const { variant, submissionId } = await held(stage, provider);
  await withdrawSubmission(stage.world.app, stage.kari, submissionId);
  return { variant, submissionId, deed: await operate(stage, submissionId, 'cancel'), end: 'letGo' };
};

export const withdrawing: Arrange = async (stage, provider) => {
  const { world, kari } = stage;
  const { variant, submissionId } = await held(stage, provider);
  return {
    variant,
    submissionId,
    deed: { does: 'withdraw', actor: kari, submissionId },
    afterwards: () => withdrawSubmission(world.app, kari, submissionId).then(() => world.work()),
    end: 'letGo',
  };
};

export const givingBack: Arrange = async (stage, provider) => {
  const { journey, world, kari } = stage;
  // No reservation lives so long: the money is taken before it is signed.
  const deadlines = { draftDays: 30, paymentDays: 14, signingDays: 365 };
  const change = { ...by(provider), deadlines };
  const submissionId = await journey.confirmed('pay_before_sign', { change });
  await payAndReturn(stage, provider, submissionId);
  await world.work();
  await withdrawSubmission(world.app, kari, submissionId);
  const deed = await operate(stage, submissionId, 'refund');
  return { variant: 'pay_before_sign', submissionId, deed, end: 'givenBack' };
};

export const refunding: Arrange = async (stage, provider) => {
  const { variant, submissionId } = await completed(stage, provider);
  await planRefund(stage, submissionId);
  return { variant, submissionId, deed: await operate(stage, submissionId, 'refund'), end: 'refunded' };
};

/** Back to the answers while a page is open: it is closed at the provider first. */
export const goingBack: Arrange = async (stage, provider) => {
  const { world, kari } = stage;
  const { variant, submissionId } = await confirmed(stage, provider);
  await openPage(stage, submissionId);
  return {
    variant,
    submissionId,
    deed: { does: 'reopen', actor: kari, submissionId },
    afterwards: () => reopenSubmission(world.app, kari, submissionId),
    end: 'reopened',
  };
};

export const delivering: Arrange = async (stage, provider) => {
  const { world } = stage;
  const { variant, submissionId } = await confirmed(stage, provider);
  await runJobs(world.app, world.databaseUrl);
  await finish(stage, provider, submissionId);
  return { variant, submissionId, deed: { does: 'jobs' }, end: 'completed' };
};

export const crediting: Arrange = async (stage, provider) => {
  const { world } = stage;
  const { variant, submissionId } = await completed(stage, provider);
  await planRefund(stage, submissionId);
  await world.work();
  return { variant, submissionId, deed: { does: 'jobs' }, end: 'refunded' };
};

/** Told once per agreement where its messages go; `afterwards` a payment is told of, and believed. */
export const registering: Arrange = async (stage, provider) => {
  const { world } = stage;
  await world.app.db.paymentAgreement.updateMany({ where: { provider }, data: { registration: null } });
  const { variant, submissionId } = await confirmed(stage, provider);
  return {
    variant,
    submissionId,
    deed: { does: 'register' },
    afterwards: async () => {
      await registerForMessages(world.app);
      const page = await openPage(stage, submissionId);
      await payOnPage(stage, provider, page);
      const answers = [];
      for (const message of await messagesOf(stage, provider, page.reference))
        answers.push(await receiveRaw(world.app, message));
      if (!answers.includes('handled')) throw new Error(`None of its messages was believed: ${answers}`);
      await world.work();
    },
    end: 'completed',
  };
};

/** Paid before signing, and held until it is signed. */
async function held(stage: CrashStage, provider: string) {
  const one = await confirmed(stage, provider, 'pay_before_sign');
  await payAndReturn(stage, provider, one.submissionId);
  return one;
}

async function signed(stage: CrashStage, provider: string) {
  const one = await held(stage, provider);
  await stage.journey.sign(one.submissionId);
  return one;
}

/** With receipt, archive copy, message and mail. */
export async function completed(stage: CrashStage, provider: string) {
  const one = await confirmed(stage, provider);
  await finish(stage, provider, one.submissionId);
  await runJobs(stage.world.app, stage.world.databaseUrl);
  return one;
}

async function planRefund({ world, finance }: CrashStage, submissionId: string): Promise<void> {
  const { id: attemptId } = await world.app.db.paymentAttempt.findFirstOrThrow({
    where: { order: { submissionId } },
  });
  await refundPayment(world.app, finance, { attemptId, reason: 'Feil gebyr' });
}

async function operate(
  { world }: CrashStage,
  submissionId: string,
  kind: 'capture' | 'cancel' | 'refund',
): Promise<Deed> {
  const { id: operationId } = await world.app.db.paymentOperation.findFirstOrThrow({
    where: { kind, finishedAt: null, attempt: { order: { submissionId } } },
  });
  return { does: 'operate', operationId };
}

function messagesOf(
  { trap, sandboxOf }: CrashStage,
  provider: string,
  reference: string,
): Promise<RawMessage[]> {
  return trap.during(async () => sandboxOf(provider).replay(reference));
}

async function tellAgain(stage: CrashStage, provider: string, reference: string): Promise<void> {
  for (const message of await messagesOf(stage, provider, reference))
    await receiveRaw(stage.world.app, message);
  await stage.world.work();
}
