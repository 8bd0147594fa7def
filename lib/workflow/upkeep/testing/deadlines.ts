import type { OpenAttempt } from '../../testing/journey.ts';
import { db, type JourneyStage } from '../../testing/journey-stage.ts';

export const now = { payment: { agreement: 'nets', capture: 'now' } } as const;
export const reserve = { payment: { agreement: 'nets', capture: 'reserve' } } as const;

export const bookOf = ({ world }: JourneyStage, attempt: OpenAttempt) =>
  world.nets.byReference(attempt.reference);

export const submission = (stage: JourneyStage, id: string) =>
  db(stage).submission.findUniqueOrThrow({ where: { id } });

/** Moves the clock past the case's deadline without any timer running meanwhile. */
export async function pastDeadline(stage: JourneyStage, id: string, seconds = 1): Promise<void> {
  const { deadlineAt } = await submission(stage, id);
  if (!deadlineAt) throw new Error('No deadline');
  const { clock } = stage.world;
  clock.forward((deadlineAt.getTime() - clock.now().getTime()) / 1000 + seconds);
}

/** The payer pays at the provider on an attempt that we hold for closed: as a slow bank's message can. */
export const closeHere = (
  stage: JourneyStage,
  attempt: OpenAttempt,
  status: 'cancelled' | 'expired' | 'failed',
) => db(stage).paymentAttempt.update({ where: { id: attempt.id }, data: { status, nextCheckAt: null } });
