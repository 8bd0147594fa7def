import type { SandboxContext } from '../context.ts';
import type { Dibs } from './dibs.ts';
import type { PaymentRecord, Told } from './model.ts';

/**
 * What differs between the two windows of this provider: names, signatures, and what is told. The pages, the cards, the issuer,
 * the books and the courier are one.
 */
export interface Wire {
  /** First path segment, and the beginning of its collections' names. */
  partyId: string;
  title: string;
  /** Faults by name: value → explanation. */
  faults: Record<string, Record<string, string>>;
  /** Where the pages lie, e.g. `/dpw`. */
  pages: string;
  /** Where the merchant's form is posted. */
  entries: string[];
  /** Fields of the merchant's form whose names are not the same. */
  names: { language: string; accepted: string; cancelled: string };
  /** The field of a message that signs it. */
  signature: string;
  /** What its server tells the merchant's server of. */
  tells: readonly Told[];
  isYes(value: string): boolean;
  merchantName(id: string): string | undefined;
  open(dibs: Dibs, posted: readonly [string, string][]): Entry;
  /** Whether a second payment of the order is turned away here. */
  isUsedUp?(dibs: Dibs, payment: PaymentRecord): boolean;
  /** What the merchant is told, by callback and by the browser alike, signed. */
  resultFields(dibs: Dibs, payment: PaymentRecord, status: Told): [string, string][];
  /** A callback's body. */
  encode(fields: [string, string][]): string;
}

/** The problems are the window's own words. */
export type Entry = { payment: PaymentRecord } | { problems: string[] };

/** What faults are looked up with. */
export interface FaultScope {
  context: SandboxContext;
  wire: Pick<Wire, 'partyId'>;
}
