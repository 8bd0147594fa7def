import type { Request } from 'express';
import { takeFault } from './faults.ts';
import { findMerchant, type Merchant, merchants } from './merchants.ts';
import { gatewayReply, type Reply } from './replies.ts';
import type { Vipps } from './vipps.ts';

/** An hour, as in the provider's test environment. */
const livesSeconds = 3599;

/** `POST /accesstoken/get`: keys in headers, no body. All numbers of the reply are strings. */
export function giveToken(vipps: Vipps, request: Request): Reply {
  const { context } = vipps;
  if (!merchants.some(({ subscriptionKey }) => subscriptionKey === subscriptionOf(request))) {
    return gatewayReply(401, badSubscription);
  }
  const merchant = merchants.find(
    ({ clientId, clientSecret, subscriptionKey }) =>
      clientId === request.get('client_id') &&
      clientSecret === request.get('client_secret') &&
      subscriptionKey === subscriptionOf(request),
  );
  const now = Math.floor(context.now().getTime() / 1000);
  if (!merchant) return { status: 401, body: wrongKeys(context.now(), context.randomHex(16)) };
  const expired = takeFault(context, 'token', [], (value) => value === 'expired') !== undefined;
  const expiresOn = expired ? now - 1 : now + livesSeconds;
  const token = `eyJ${context.randomHex(48)}`;
  vipps.tokens.set(token, { msn: merchant.msn, expiresAt: new Date(expiresOn * 1000).toISOString() });
  forgetOld(vipps);
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: String(livesSeconds),
      ext_expires_in: String(livesSeconds),
      expires_on: String(expiresOn),
      not_before: String(now),
      resource: '00000002-0000-0000-c000-000000000000',
      access_token: token,
    },
  };
}

/** The sales unit of a call with a token that is good now, and with its own subscription key and serial number. */
export function authenticate(vipps: Vipps, request: Request): Merchant | Reply {
  const [, token = ''] = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '') ?? [];
  const known = vipps.tokens.get(token);
  if (!known || Date.parse(known.expiresAt) <= vipps.context.now().getTime()) {
    return gatewayReply(401, 'Unauthorized. Access token is missing or invalid.');
  }
  const merchant = findMerchant(known.msn);
  if (!merchant || merchant.subscriptionKey !== subscriptionOf(request)) {
    return gatewayReply(401, badSubscription);
  }
  // Which status a foreign serial number gets is not known; it is surely refused.
  return merchant.msn === request.get('merchant-serial-number')
    ? merchant
    : gatewayReply(401, 'Access denied to this Merchant-Serial-Number.');
}

const badSubscription = 'Access denied due to invalid subscription key.';

function subscriptionOf(request: Request): string | undefined {
  return request.get('ocp-apim-subscription-key');
}

function wrongKeys(now: Date, traceId: string) {
  return {
    error: 'unauthorized_client',
    error_description: 'The client id or client secret is wrong.',
    error_codes: [700016],
    timestamp: now.toISOString(),
    trace_id: traceId,
    correlation_id: traceId,
    error_uri: '',
  };
}

function forgetOld({ tokens }: Vipps): void {
  // The store holds no keys of its values, so a token is kept by its own text; a thousand are enough for anybody.
  if (tokens.values().length > 1_000) tokens.clear();
}
