import { translator } from '@/lib/texts/translate.ts';
import { db, type JourneyStage } from '../../testing/journey-stage.ts';
import { beforeWithdrawal } from '../describe-money.ts';
import { readWithdrawal } from '../read-withdrawal.ts';

/** What the page tells who is about to withdraw. @throws where nothing can be withdrawn. */
export async function told({ world, kari }: JourneyStage, id: string) {
  const view = await readWithdrawal(world.app, kari, id);
  if (!view) throw new Error('Cannot be withdrawn');
  return { ...view, words: beforeWithdrawal(view.money, translator('nb')).join(' ') };
}

export const letters = (stage: JourneyStage, submissionId: string) =>
  db(stage).message.findMany({
    where: { submissionId },
    orderBy: [{ createdAt: 'asc' }, { kind: 'desc' }],
  });
