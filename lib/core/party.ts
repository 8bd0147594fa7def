/** A person or an organisation that a case belongs to or is done for. */
export type PartyKind = 'person' | 'organisation';

export interface Party {
  id: string;
  kind: PartyKind;
  name: string;
  /** Nine digits; only organisations. */
  orgNumber?: string;
}

/** Who is doing something: the signed-in person, acting for a party. Built by identity from the session, on every call. */
export interface Actor {
  personId: string;
  personName: string;
  acting: Party;
  sessionId: string;
  /** Level of this sign-in, e.g. `idporten-loa-substantial`. */
  acr: string;
}
