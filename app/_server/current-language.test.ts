import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browserLanguage, currentLanguage } from './current-language.ts';

const request = vi.hoisted(() => ({
  cookie: undefined as string | undefined,
  person: undefined as string | undefined,
  isDown: false,
  headers: new Headers(),
}));
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => (request.cookie ? { value: request.cookie } : undefined) }),
  headers: async () => request.headers,
}));
vi.mock('./current-actor.ts', () => ({
  currentIdentity: async () => {
    if (request.isDown) throw new Error('no database');
    return request.person === undefined ? undefined : { language: request.person || undefined };
  },
}));

const signedInUnsaid = '';

describe('the language of a page', () => {
  beforeEach(() => {
    Object.assign(request, { cookie: undefined, person: undefined, isDown: false, headers: new Headers() });
  });

  it.each([
    { person: 'nn', cookie: 'en', accept: 'nb', language: 'nn' },
    { person: signedInUnsaid, cookie: 'en', accept: 'nn', language: 'en' },
    { person: signedInUnsaid, cookie: undefined, accept: 'nn', language: 'nn' },
    { person: undefined, cookie: 'en', accept: 'nn', language: 'en' },
    { person: undefined, cookie: 'xx', accept: 'nn', language: 'nn' },
    { person: undefined, cookie: undefined, accept: 'de', language: 'nb' },
  ])('person $person, cookie $cookie, browser $accept: $language', async (given) => {
    Object.assign(request, given, { headers: new Headers({ 'accept-language': given.accept }) });
    expect(await currentLanguage()).toBe(given.language);
  });

  it('is the browser’s when nobody can say who is signed in', async () => {
    Object.assign(request, { isDown: true, cookie: 'nn' });
    expect(await currentLanguage()).toBe('nn');
    expect(await browserLanguage()).toBe('nn');
  });
});
