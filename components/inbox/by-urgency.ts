import type { ProgressCase } from './progress-card.tsx';

const ranks: Record<ProgressCase['state'], number> = {
  to_pay: 1,
  to_sign: 1,
  waiting_for_provider: 2,
  delivering: 3,
  draft: 4,
};

/** What is overdue first, then what waits for the person, then what waits for others, drafts last; else as they came. */
export function byUrgency<Case extends Pick<ProgressCase, 'state' | 'overdue'>>(
  cases: readonly Case[],
): Case[] {
  const rank = ({ state, overdue }: Case) => (overdue && state === 'to_pay' ? 0 : ranks[state]);
  return [...cases].sort((one, other) => rank(one) - rank(other));
}
