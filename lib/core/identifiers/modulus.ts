/** Σ digit × weight over the leading digits that have a weight. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** MOD11 control digit over leading digits: 11 − rest, where 11 becomes 0 and 10 means that no such number exists. */
export function mod11(digits: string, weights: readonly number[]): number {
  return (11 - (weightedSum(digits, weights) % 11)) % 11;
}

/** Digits without the spaces and dots that people write between groups. */
export function compact(text: string): string {
  return text.replace(/[\s.\u00a0\u2009\u202f]/g, '');
}
