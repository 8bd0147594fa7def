import express, { type Request, type Response, type Router } from 'express';
import type { Dibs } from './dibs.ts';
import { windowAddress } from './frame.ts';
import { fieldOf } from './model.ts';
import { withReplyFault } from './reply-faults.ts';
import { renderRefused } from './result-pages.ts';
import { readLanguage } from './texts.ts';

/** Where the payer's browser posts the merchant's form; every address that the window is known by. */
export function createEntryRouter(dibs: Dibs): Router {
  const router = express.Router();
  // The order and the case of the fields count, so the body is kept as text.
  router.post(dibs.wire.entries, express.text({ type: '*/*', limit: '100kb' }), (request, response) =>
    enter(dibs, request, response),
  );
  return router;
}

async function enter(dibs: Dibs, request: Request, response: Response): Promise<void> {
  const posted = [...new URLSearchParams(typeof request.body === 'string' ? request.body : '')];
  const get = (name: string) => fieldOf({ fields: posted }, name);
  await withReplyFault(dibs, 'create', [get('orderId')], request, response, () => {
    const entry = dibs.wire.open(dibs, posted);
    if ('payment' in entry)
      return () => response.redirect(303, windowAddress(dibs.page, entry.payment, 'payment'));
    // Which status the real error page has is unverified.
    const refused = renderRefused(entry.problems, readLanguage(get(dibs.wire.names.language)));
    return () => void response.status(400).type('html').send(refused);
  });
}
