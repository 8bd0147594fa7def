export interface Expiry {
  /** Two digits each, as far as they can be read. */
  month: string;
  year: string;
  error?: 'required' | 'invalid' | 'expired';
}

/**
 * A card's expiry as it is typed, `MM/YY` or the like; it is good to the end of its month.
 * @param alwaysGood one that is accepted though it has passed, as `MM/YY`.
 */
export function readExpiry(text: string, now: Date, alwaysGood?: string): Expiry {
  const typed = /^\s*(0?[1-9]|1[0-2])\s*[/.-]?\s*(?:20)?(\d\d)\s*$/.exec(text);
  const month = (typed?.[1] ?? '').padStart(2, '0');
  const year = typed?.[2] ?? '';
  if (!text.trim()) return { month, year, error: 'required' };
  if (!typed) return { month, year, error: 'invalid' };
  const hasExpired = `${year}${month}` < yearAndMonth(now) && `${month}/${year}` !== alwaysGood;
  return hasExpired ? { month, year, error: 'expired' } : { month, year };
}

/** Of this century. */
function yearAndMonth(date: Date): string {
  return `${String(date.getFullYear()).slice(-2)}${String(date.getMonth() + 1).padStart(2, '0')}`;
}
