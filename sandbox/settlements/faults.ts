/** What a settlement report can be told to get wrong, for one payment or for all: the fault `settlement`. */
export const settlementFaults = {
  'missing-here': 'en betaling som aldri ble trukket, står som gjort opp',
  'missing-there': 'betalingen står ikke i rapporten',
  amount: 'beløpet er 1 krone for lavt',
  currency: 'oppgjøret er i svenske kroner',
  fee: 'gebyret er 1 krone for høyt',
  'fee-without-payment': 'et gebyr for en betaling som ikke finnes',
  'double-capture': 'betalingen er trukket to ganger',
  'settled-twice': 'den samme transaksjonen står også i neste dags rapport',
  'refund-missing-here': 'en tilbakebetaling som brukerstedet ikke har bedt om',
  'refund-missing-there': 'tilbakebetalinger står ikke i rapporten',
  late: 'kommer først i rapporten 30 dager senere',
  'unknown-reference': 'linjen har en referanse og en betaling som ikke finnes',
  chargeback: 'betalerens bank har tatt pengene tilbake',
} as const;
export type SettlementFault = keyof typeof settlementFaults;

export function isSettlementFault(value: string | undefined): value is SettlementFault {
  return value !== undefined && Object.hasOwn(settlementFaults, value);
}
