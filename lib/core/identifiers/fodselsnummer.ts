import { compact, weightedSum } from './modulus.ts';

const weights1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const weights2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Whether eleven digits are a fødselsnummer or D-nummer: real, Tenor's synthetic (month + 80) or NAV's (month + 40).
 * Accepts the control digits of 1964 and those given out from 2032 in parallel, as Skatteetaten asks
 * (Skatteetaten/folkeregisteret-api-dokumentasjon, nyttfnr2032.md). Sex and century are never read from it.
 */
export function isFodselsnummer(value: string): boolean {
  if (!/^\d{11}$/.test(value) || !hasDate(value)) return false;
  // The 1964 rule is the case where the first rest is 0; from 2032 it may be 0 to 3.
  return weightedSum(value, weights1) % 11 <= 3 && weightedSum(value, weights2) % 11 === 0;
}

/** Synthetic numbers of Tenor (month + 80) or NAV (month + 40): the only ones a demo may hold. */
export function isSyntheticFodselsnummer(value: string): boolean {
  return isFodselsnummer(value) && Number(value.slice(2, 4)) > 40;
}

/** `01019012345` → `010190 *****`, the form in which it may be shown. */
export function maskFodselsnummer(value: string): string {
  return `${value.slice(0, 6)} *****`;
}

/** Masks every fødselsnummer in a text that is shown, whichever question it was written under. */
export function maskNumbers(text: string): string {
  return text.replace(/\b(\d{6}) ?(\d{5})\b/g, (whole, date: string, rest: string) =>
    isFodselsnummer(date + rest) ? maskFodselsnummer(date + rest) : whole,
  );
}

/**
 * Whether a text may hold a fødselsnummer: eleven digits that follow each other with at most one sign between them. Wide on
 * purpose, without check digits: a mistyped number tells almost as much, and what is found is only sealed, never shown otherwise.
 */
export function mayHoldPersonalNumber(text: string): boolean {
  return /\p{Nd}(?:[\s.\p{Pd}]?\p{Nd}){10}/u.test(text);
}

/** Removes the space that people write after the date; anything else is left as it was. */
export function normalizeFodselsnummer(text: string): string {
  const digits = compact(text);
  return /^\d{11}$/.test(digits) ? digits : text.trim();
}

function hasDate(value: string): boolean {
  const day = Number(value.slice(0, 2)) % 40;
  const month = Number(value.slice(2, 4)) % 40;
  const year = Number(value.slice(4, 6));
  // The century is unknown: '00' counts as 2000, so that 29 February is allowed, as the official validator does.
  const days = new Date(Date.UTC(2000 + year, month, 0)).getUTCDate();
  const offset = Number(value.slice(2, 4)) - month;
  return (
    day >= 1 &&
    month >= 1 &&
    month <= 12 &&
    day <= days &&
    Number(value[0]) < 8 &&
    [0, 40, 80].includes(offset)
  );
}
