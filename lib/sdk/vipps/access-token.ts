import { createHash } from 'node:crypto';
import { exchange, type Wire } from './exchange.ts';
import { needRecord, needText, ReplyShapeError } from './json-shape.ts';

/** Where tokens are kept between calls; share one between clients that are made anew for each call. */
export interface TokenCache {
  /** @internal */
  readonly entries: Map<string, Entry>;
  /** @internal Fetches under way, shared by whoever asks meanwhile. */
  readonly underWay: Map<string, Promise<string>>;
}

interface Entry {
  token: string;
  /** Milliseconds since the epoch, on this machine's clock, margin included. */
  renewAt: number;
}

export interface TokenCredentials {
  clientId: string;
  clientSecret: string;
  /** Headers that the token call shares with every other: subscription key, merchant serial number, system names. */
  headers: Record<string, string>;
  path: string;
}

/** The tokens of one set of keys. */
export interface TokenSource {
  /** A token that is good for a while; fetched when there is none. Parallel callers share one fetch. */
  get(): Promise<string>;
  /** Forgets a token that the API did not accept. */
  discard(token: string): void;
}

/** Holds tokens in memory; they are never written anywhere. At most a few hundred sets of keys. */
export function createTokenCache(): TokenCache {
  return { entries: new Map(), underWay: new Map() };
}

/**
 * `POST /accesstoken/get`: lives an hour in the test environment and a day in production, so it is kept until a minute
 * (at most a tenth of its life) before its end. The life is counted from when it was asked for, on the clock here: a clock
 * that differs from the provider's does no harm.
 */
export function createTokenSource(wire: Wire, credentials: TokenCredentials, cache: TokenCache): TokenSource {
  const key = keyOf(wire, credentials);

  const fetchToken = async (): Promise<string> => {
    const askedAt = wire.now().getTime();
    const { token, livesSeconds } = await exchange(wire, tokenRequest(credentials), false);
    const marginSeconds = Math.min(60, livesSeconds / 10);
    if (cache.entries.size > MAX_ENTRIES) cache.entries.clear();
    cache.entries.set(key, { token, renewAt: askedAt + (livesSeconds - marginSeconds) * 1000 });
    return token;
  };
  return {
    get() {
      const kept = cache.entries.get(key);
      if (kept && wire.now().getTime() < kept.renewAt) return Promise.resolve(kept.token);
      const underWay = cache.underWay.get(key) ?? fetchToken().finally(() => cache.underWay.delete(key));
      cache.underWay.set(key, underWay);
      return underWay;
    },
    discard(token) {
      if (cache.entries.get(key)?.token === token) cache.entries.delete(key);
    },
  };
}

export const TOKEN_OPERATION = 'accessToken.get';
const MAX_ENTRIES = 500;

function tokenRequest({ clientId, clientSecret, headers, path }: TokenCredentials) {
  return {
    operation: TOKEN_OPERATION,
    method: 'POST' as const,
    path,
    headers: { ...headers, accept: 'application/json', client_id: clientId, client_secret: clientSecret },
    parse: readToken,
  };
}

/** All numbers of this reply are strings. */
function readToken(json: unknown): { token: string; livesSeconds: number } {
  const reply = needRecord(json, 'reply');
  const token = needText(reply.access_token, 'access_token');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new ReplyShapeError('access_token is not a token');
  const livesSeconds = Number(reply.expires_in);
  if (!Number.isFinite(livesSeconds) || livesSeconds < 0)
    throw new ReplyShapeError('expires_in is not a number');
  return { token, livesSeconds };
}

/** Changed keys are another entry; the keys themselves are not kept. */
function keyOf({ baseHref }: Wire, { clientId, clientSecret, headers, path }: TokenCredentials): string {
  return createHash('sha256')
    .update(JSON.stringify([baseHref, path, clientId, clientSecret, headers]))
    .digest('base64');
}
