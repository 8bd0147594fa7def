/**
 * Codes for `payTypes` with what kind of method they are, from the official shop module's list; `V-DK` is in a
 * documentation example. The names behind `other` are not verified. An agreement says which of them it holds, and codes
 * may have come since: any other code of capital letters is let through.
 */
export const DIBS_PAY_TYPES = {
  MC: 'card',
  MTRO: 'card',
  VISA: 'card',
  ELEC: 'card',
  DIN: 'card',
  AMEX: 'card',
  DK: 'card',
  'V-DK': 'card',
  EDK: 'card',
  FFK: 'card',
  JCB: 'card',
  PBB: 'invoice',
  SEB: 'bank',
  SHB: 'bank',
  FSB: 'bank',
  SOLO: 'bank',
  DNB: 'bank',
  BAX: 'bank',
  MOCA: 'other',
  AKTIA: 'other',
  ELV: 'other',
  EW: 'other',
  GIT: 'other',
  VAL: 'other',
  ING: 'other',
  /** Every method of the agreement. */
  DIBS: 'all',
} as const;

export type DibsPayType = keyof typeof DIBS_PAY_TYPES;
