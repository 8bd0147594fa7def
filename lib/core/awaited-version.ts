/*
 * A form page that is left while it saves says so to the page that comes, which was asked for before the save was there: by
 * a cookie of some seconds, for the pages of the case alone, that holds no more than the version of the answers to wait for.
 */

export const awaitedCookie = 'kvitt_saving';

/** Behind the version when the page has been asked for again on account of it: once is enough. */
const again = '.';

/** A line for `document.cookie` on a page of the case: the path that it gets there is that of all the case's pages. */
export function awaitedCookieLine(version: number | string, protocol: string): string {
  return `${awaitedCookie}=${version};max-age=20;samesite=strict${protocol === 'https:' ? ';secure' : ''}`;
}

/** The version that a request's cookie asks to wait for; undefined when it asks for nothing that can be read. */
export function awaitedVersion(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}\.?$/.test(value) ? Number.parseInt(value, 10) : undefined;
}

/**
 * The value for the cookie when a page has come without what the one before it saved, and is to be asked for again.
 * @param cookies as `document.cookie` gives them.
 */
export function valueToAskAgain(cookies: string, answersVersion: number): string | undefined {
  const version = new RegExp(`${awaitedCookie}=(\\d+)(?:;|$)`).exec(cookies)?.[1];
  return Number(version) > answersVersion ? version + again : undefined;
}
