import type { NextApiRequest, NextApiResponse } from 'next';
import imported, { type AuthOptions } from 'next-auth';

export interface AuthCall {
  method: 'GET' | 'POST';
  /** Path below `/api/auth`, e.g. `['callback', 'idporten']`. */
  path: string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
}

export interface AuthAnswer {
  status: number;
  /** Where next-auth sends the browser. */
  location?: string;
  body: unknown;
  /** `Set-Cookie` lines. */
  cookies: string[];
}

type NextAuthHandler = (
  request: NextApiRequest,
  response: NextApiResponse,
  options: AuthOptions,
) => Promise<void>;

// next-auth is CommonJS: plain Node gives the module, a bundler may give its default export.
const nextAuth = (
  typeof imported === 'function' ? imported : (imported as { default: unknown }).default
) as NextAuthHandler;

/**
 * Calls next-auth in-process, through its Node handler. The portal's own doors stand before it, so that a sign-in needs
 * no JavaScript and only the calls that we use can be made from outside.
 * next-auth takes its own address from the environment variable NEXTAUTH_URL.
 */
export async function callNextAuth(options: AuthOptions, call: AuthCall): Promise<AuthAnswer> {
  const answer: AuthAnswer = { status: 200, body: undefined, cookies: [] };
  const request = {
    method: call.method,
    query: { ...call.query, nextauth: call.path },
    body: call.body ?? {},
    cookies: call.cookies,
    headers: {},
  };
  const response = {
    status(code: number) {
      answer.status = code;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? answer.cookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === 'set-cookie') answer.cookies = [value].flat();
      if (name.toLowerCase() === 'location') answer.location = String(value);
      return response;
    },
    json(body: unknown) {
      answer.body = body;
    },
    send(body: unknown) {
      answer.body = body;
    },
    end() {},
  };
  // Only the few members above are used by next-auth's handler.
  await nextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return answer;
}
