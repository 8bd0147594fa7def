export interface RegisterRequest {
  /** The merchant's own reference; comes back as `order.orderNumber`. */
  orderNumber: string;
  /** Minor units, at least 1. */
  amount: number;
  /** ISO 4217, e.g. `NOK`. */
  currencyCode: string;
  /** Where the payer's browser comes back to, whatever happened; `transactionId` and `responseCode` are added to its query. */
  redirectUrl: string;
  /** E.g. `no_NO`, `en_GB`; see `terminalLanguage`. */
  language?: string;
  /** The provider's names of the methods that the terminal is to offer, e.g. `Visa`. */
  paymentMethods?: readonly string[];
  /** Authorise during the terminal phase. Without it nothing is held before `auth` or `sale`. */
  autoAuth?: boolean;
  /** `B` hosted (default), `M` merchant, `C` call centre. */
  serviceType?: 'B' | 'M' | 'C';
  /** Parameters that are not verified, such as `orderDescription`; sent as they are. */
  extra?: Readonly<Record<string, string>>;
}

export interface ProcessRequest {
  transactionId: string;
  /** Minor units; absent means all of it. */
  amount?: number;
}
