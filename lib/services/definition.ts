import type { Language } from '@/lib/core/language.ts';
import type { ComponentOption, FormPage } from '@/lib/forms/component.ts';
import type { CardType } from '@/lib/payments/payment-method.ts';
import type { Pricing } from '@/lib/pricing/rule.ts';

export type Acr = 'idporten-loa-substantial' | 'idporten-loa-high';

/**
 * A service as one document, versioned in the database; a submission is bound to the version it began with.
 * Every text is a key into `texts`; these keys must exist in each language of the service:
 * `service.title`, `service.summary` (one sentence), `service.about` (Markdown), `service.need` (Markdown list: what you need),
 * `service.price` (how the price is computed, Markdown), `service.purpose`, `service.legalBasis`, `service.afterwards` (what happens next),
 * `payment.description` (shown to the payer and sent to the provider: no personal data), `signing.statement` (what one confirms by signing; only when a variant signs).
 */
export interface ServiceDefinition {
  schemaVersion: 1;
  slug: string;
  /** Registry id; only `submission` may have a payment step. */
  serviceType: string;
  /** Registry id of the workflow variant. */
  variant: string;
  texts: Record<Language, Record<string, string>>;
  pages: FormPage[];
  /** Lists of choices by the `optionsId` of components. */
  optionLists?: Record<string, ComponentOption[]>;
  /**
   * Answers that a draft begins with. `from` is a registry id (`person.name`, `party.address.street`…), or `previous`: the acting
   * party's own answers of the last time, which are offered and never taken by themselves.
   */
  prefill?: { path: string; from: string }[];
  pricing: Pricing;
  payment: {
    /** Name of one of the owner's agreements, of the service's environment. */
    agreement: string;
    /** Provider's names of methods that are allowed; absent means all of the agreement. */
    methods?: string[];
    /** Kinds of cards that are allowed, where the provider tells them apart; absent means all of the agreement. */
    cardTypes?: CardType[];
    /** `now` charges at once; `reserve` holds the money until the case is signed or completed. */
    capture: 'now' | 'reserve';
  };
  signIn: { acr: Acr };
  signing?: { acr: Acr };
  /** Whole days, Europe/Oslo. */
  deadlines: { draftDays: number; paymentDays: number; signingDays: number };
  /**
   * Whole days, Europe/Oslo. `submissionDays`: how long the answers of a completed case are kept after completion, absent
   * means as long as the archive; `warnDays` (7): how long before anything is erased the citizen is told.
   */
  retention?: { submissionDays?: number; warnDays?: number };
  /**
   * How a completed case may be withdrawn; absent means that it may not. For so many whole days (Europe/Oslo) after completion,
   * until a case worker has begun on it, or whichever of them ends first; at least one is said. `keptMinor` (0) is what of the
   * payment does not come back, minor units of the price's currency with VAT.
   */
  withdrawal?: { days?: number; untilHandled?: boolean; keptMinor?: number };
  /** What counts as received: shown before submitting and printed on the receipt. */
  received: 'submitted' | 'paid';
  /** Which parties may use it. */
  actingParties: ('person' | 'organisation')[];
  category: 'licence' | 'building' | 'intellectual_property' | 'fee' | 'other';
}
