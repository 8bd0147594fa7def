/** One transaction in the books (`netaxept.transactions`). All amounts are minor units of `currency`. */
export interface Transaction {
  id: string;
  merchantId: string;
  createdAt: string;
  orderNumber: string;
  amount: number;
  currency: string;
  redirectUrl: string;
  /** As it came, e.g. `no_NO`. */
  language: string;
  /** `paymentMethodList`; empty means all. */
  methods: string[];
  autoAuth: boolean;
  description?: string;
  /** When the payer came to the terminal. */
  enteredAt?: string;
  /** One visit is all that there is: what came of it. */
  terminal: 'open' | 'ok' | 'cancelled' | 'failed';
  /** A payer who is at the issuer's 3-D Secure page. */
  challenge?: { id: string; card: UsedCard };
  /** Of the visit that ended well. */
  card?: UsedCard;
  authorization?: { id: string; at: string };
  captures: Movement[];
  credits: Movement[];
  annulledAt?: string;
  errors: PaymentError[];
  /** The provider's own log, which Query shows. */
  log: LogLine[];
  /** What happened, for the books page. Never a whole card number. */
  history: { at: string; what: string }[];
}

export interface UsedCard {
  /** As Query's `PaymentMethod`. */
  method: string;
  /** `492500******0004` */
  masked: string;
  /** `YYMM` */
  expiry: string;
  /** What the provider quotes of it in an error: a test card as it is, any other masked. */
  quoted: string;
  outcome: CardOutcome;
}

/** What a card does when money is to move. */
export type CardOutcome = 'ok' | 'auth-fails' | 'capture-fails';

export interface Movement {
  id: string;
  amount: number;
  at: string;
  batch: string;
}

export interface PaymentError {
  at: string;
  operation: string;
  code: string;
  source: string;
  text: string;
}

export interface LogLine {
  at: string;
  operation: string;
  description: string;
  /** Undefined for lines that have none: `Register`. */
  batch?: string;
}

export function sumsOf({ amount, authorization, captures, credits, annulledAt }: Transaction) {
  const total = (movements: Movement[]) => movements.reduce((sum, one) => sum + one.amount, 0);
  return {
    reserved: authorization ? amount : 0,
    captured: total(captures),
    credited: total(credits),
    cancelled: annulledAt && authorization ? amount : 0,
  };
}
