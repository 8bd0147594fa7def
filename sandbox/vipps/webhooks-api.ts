import type { Call } from './api-routes.ts';
import type { WebhookRecord } from './model.ts';
import { parseBody, problem, type Reply } from './replies.ts';
import { registerWebhookSchema } from './schemas.ts';
import type { Vipps } from './vipps.ts';

/** Today's site; the saved OpenAPI file says 5. */
const mostPerEvent = 25;

/** `POST /webhooks/v1/webhooks`: 201 `{id, secret}`; the secret is shown this once. */
export function registerWebhook(vipps: Vipps, { merchant, body }: Call): Reply {
  const { context, webhooks } = vipps;
  const parsed = parseBody(context, registerWebhookSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { url } = parsed.value;
  const events = [...new Set(parsed.value.events)];
  const mine = webhooks.values().filter(({ msn }) => msn === merchant.msn);
  const full = events.find(
    (event) => mine.filter((one) => one.events.includes(event)).length >= mostPerEvent,
  );
  if (full) {
    const extraDetails = [{ name: 'events', reason: `${full} has ${mostPerEvent} webhooks already` }];
    return problem(context, 'badRequest', { extraDetails });
  }
  const secret = Buffer.from(context.randomHex(64), 'hex').toString('base64');
  const webhook: WebhookRecord = {
    id: newUuid(context.randomHex(16)),
    msn: merchant.msn,
    url,
    events,
    secret,
  };
  webhooks.set(webhook.id, webhook);
  return { status: 201, body: { id: webhook.id, secret } };
}

/** `GET /webhooks/v1/webhooks`: never with secrets. */
export function listWebhooks({ webhooks }: Vipps, { merchant }: Call): Reply {
  const mine = webhooks.values().filter(({ msn }) => msn === merchant.msn);
  return { status: 200, body: { webhooks: mine.map(({ id, url, events }) => ({ id, url, events })) } };
}

/** `DELETE /webhooks/v1/webhooks/{id}`: 204. */
export function deleteWebhook({ context, webhooks }: Vipps, { merchant, id }: Call): Reply {
  if (webhooks.get(id)?.msn !== merchant.msn) {
    return problem(context, 'badRequest', { status: 404, detail: 'There is no such webhook.' });
  }
  webhooks.delete(id);
  return { status: 204 };
}

/** 16 random bytes as a version 4 UUID. */
function newUuid(hex: string): string {
  const parts = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/.exec(hex);
  const [, first, second, third, fourth, fifth] = parts ?? [];
  return `${first}-${second}-4${third}-8${fourth}-${fifth}`;
}
