/** A workflow variant: data only. The order of its steps is the whole difference between variants. */
export interface Variant {
  readonly id: string;
  /** Whether a person fills in a form first; a case without one is issued by the owner. */
  readonly fill: boolean;
  /** Ids of the step registry, in order; the receipt follows the last one. */
  readonly steps: readonly string[];
}
