import type { App } from '../app.ts';

/** What the ledger says of these attempts, by account; minor units. */
export async function ledgerOf({ db }: Pick<App, 'db'>, attempts: readonly { id: string }[]) {
  const rows = await db.ledgerEntry.groupBy({
    by: ['account'],
    where: { attemptId: { in: attempts.map(({ id }) => id) } },
    _sum: { amountMinor: true },
  });
  const of = (account: string) => Number(rows.find((row) => row.account === account)?._sum.amountMinor ?? 0n);
  return { provider: of('provider'), held: of('held'), earned: of('earned') };
}
