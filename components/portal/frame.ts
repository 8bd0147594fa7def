import type { Language } from '@/lib/core/language.ts';
import type { Party } from '@/lib/core/party.ts';

/** What surrounds a page. */
export interface Frame {
  language: Language;
  /** Path and query of the page, to come back to. */
  path: string;
  /** Whether everything here is invented. */
  demo: boolean;
  /** The signed-in person; absent when nobody is. */
  visitor?: Visitor;
}

export interface Visitor {
  name: string;
  acting: Party;
  /** All that one may act for, oneself first. */
  parties: readonly Party[];
  /** False when the register of organisations gave no answer. */
  partiesComplete: boolean;
  /** The register cannot confirm the role in the chosen organisation now: nothing can be done for it. */
  unverified?: Party;
  /** An organisation that one no longer has a role in. */
  lostRole?: Party;
  unread: number;
}
