/** Why the app refuses. Source: the provider's test environment. */
export type DeclineReason =
  | 'insufficient-funds'
  | 'refused-by-issuer'
  | 'suspected-fraud'
  | 'limit-exceeded'
  | 'expired-card'
  | 'invalid-card'
  | 'three-d-secure-denied';

/** What an amount in øre makes happen when the payer approves; undefined for every ordinary amount. */
export function magicOutcome(amountMinor: number): DeclineReason | 'unknown' | 'sca' | undefined {
  return magicAmounts.get(amountMinor);
}

export const magicAmounts: ReadonlyMap<number, DeclineReason | 'unknown' | 'sca'> = new Map([
  [151, 'insufficient-funds'],
  [182, 'refused-by-issuer'],
  [183, 'suspected-fraud'],
  [184, 'limit-exceeded'],
  [186, 'expired-card'],
  [187, 'invalid-card'],
  [197, 'three-d-secure-denied'],
  // Unknown for an hour. What comes of it is not written down; here it is authorised then.
  [201, 'unknown'],
  // Strong customer authentication is asked for, but not with force approve.
  [202, 'sca'],
]);

/** The test app's PIN. */
export const testPin = '1236';
