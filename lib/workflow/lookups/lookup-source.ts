import type { App } from '../app.ts';

/** A register that facts are fetched from, one file and one registry line. */
export interface LookupSource {
  readonly id: string;
  /** Text key `form.lookup_<notFound>`. */
  readonly notFound: 'not_found_person' | 'not_found_organisation';
  readonly origin: 'folkeregisteret' | 'enhetsregisteret';
  /** The most times that one person may ask in 24 hours, over all cases; absent for what is open to everybody. */
  readonly mostPerDay?: number;
  /** Whether it is a number that the register may be asked about. */
  isNumber(number: string): boolean;
  /**
   * The facts by their names in the field's `fills`.
   * @param asked what the field asks besides the number.
   * @throws RegisterUnavailable
   */
  find(app: App, number: string, asked: string): Promise<Record<string, string> | undefined>;
}
