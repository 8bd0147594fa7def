import { checkWebhook, checkWebhookId } from './checks.ts';
import { type HttpConfig, send } from './http.ts';
import { readNothing, readRegisteredWebhook, readWebhooks } from './replies.ts';
import type { RegisteredWebhook, Webhook } from './reply-types.ts';
import type { CallOptions, RegisterWebhookRequest } from './request-types.ts';

/** `/webhooks/v1/webhooks`: who is told of what, for one merchant serial number. */
export interface WebhooksResource {
  /**
   * POST. The secret is shown this once. There is no idempotency here: after an `unknown` outcome, list, delete what has
   * your URL, and register again.
   */
  register(request: RegisterWebhookRequest, options?: CallOptions): Promise<RegisteredWebhook>;
  /** GET. Never shows secrets. */
  list(options?: CallOptions): Promise<Webhook[]>;
  /** DELETE …/{id}. */
  delete(id: string, options?: CallOptions): Promise<void>;
}

const PATH = '/webhooks/v1/webhooks';

export function webhooksResource(config: HttpConfig): WebhooksResource {
  return {
    async register(request, options) {
      const operation = 'webhooks.register';
      checkWebhook(request, config.rules, operation);
      const body = { url: request.url, events: request.events };
      return send(config, {
        operation,
        method: 'POST',
        path: PATH,
        body,
        options,
        parse: readRegisteredWebhook,
      });
    },

    async list(options) {
      const operation = 'webhooks.list';
      return send(config, { operation, method: 'GET', path: PATH, options, parse: readWebhooks });
    },

    async delete(id, options) {
      const operation = 'webhooks.delete';
      const path = `${PATH}/${checkWebhookId(id, operation)}`;
      return send(config, { operation, method: 'DELETE', path, options, parse: readNothing });
    },
  };
}
