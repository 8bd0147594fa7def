import { send } from '../http.ts';
import { countOf, type Payer, payAt } from './payer.ts';

export const payer: Payer = windowPayer('dibs');

/** The payer posts a form, which opens a window; the callback is a form with a signature. Both windows of DIBS are so. */
export function windowPayer(party: string): Payer {
  return {
    async pay({ redirectUrl, formFields }) {
      const entered = await send(redirectUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(formFields ?? {}).toString(),
      });
      const window = new URL(entered.headers.location ?? '', redirectUrl).searchParams.get('id');
      return payAt(`/${party}/books/${window}`);
    },
    telling(deliveries) {
      const accepted = deliveries.find(({ event }) => event === 'ACCEPTED');
      return (
        accepted && {
          url: accepted.url,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(accepted.fields as [string, string][]).toString(),
        }
      );
    },
    charges: ({ captures }) => countOf(captures),
  };
}
