import type { Request, Response } from 'express';
import type { CardForm } from './cards.ts';
import type { Dibs } from './dibs.ts';
import { windowAddress } from './frame.ts';
import { fieldOf, type PaymentRecord } from './model.ts';
import type { PayOutcome } from './pay-payment.ts';
import { renderUnknown } from './result-pages.ts';
import { type Language, readLanguage } from './texts.ts';
import { renderWindowPage, type WindowPageModel } from './window-page.ts';

/** A browser at one of the window's pages. */
export interface Visit {
  payment: PaymentRecord;
  language: Language;
  /** A field of the form or the query; empty when absent. */
  get(name: string): string;
}

/** Finds the payment of a page by its `id`; without one, a page that says so. */
export function onVisit(dibs: Dibs, handle: (visit: Visit, response: Response) => unknown) {
  return async (request: Request, response: Response) => {
    const fields: Record<string, unknown> = request.method === 'POST' ? (request.body ?? {}) : request.query;
    const get = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
    const payment = dibs.payments.get(get('id'));
    if (!payment)
      return void response
        .status(404)
        .type('html')
        .send(renderUnknown(readLanguage('')));
    await handle(
      { payment, language: readLanguage(fieldOf(payment, dibs.wire.names.language)), get },
      response,
    );
  };
}

/** Sends the browser where the outcome leads it. */
export function showOutcome(
  dibs: Dibs,
  visit: Visit,
  response: Response,
  outcome: PayOutcome,
  form?: CardForm,
): void {
  const { page: url } = dibs;
  const { payment } = visit;
  switch (outcome.kind) {
    case 'closed':
    case 'declined':
      return void response.redirect(303, windowAddress(url, payment, 'payment'));
    case 'challenge':
      return void response.redirect(
        303,
        windowAddress(url, payment, 'challenge', { challenge: outcome.challengeId }),
      );
    case 'form-errors':
      response.status(422);
      return void showWindow(dibs, visit, response, { form: { ...form, cvc: '' }, errors: outcome.errors });
    case 'done':
      response.on('close', outcome.returned);
      return void response.redirect(303, windowAddress(url, payment, 'return'));
  }
}

/** The card page, or the way back once the visit is over. */
export function showWindow(
  dibs: Dibs,
  { payment, language }: Visit,
  response: Response,
  { form = {}, errors = {} }: Partial<Pick<WindowPageModel, 'form' | 'errors'>>,
): void {
  const { page: url, context, wire } = dibs;
  if (payment.back) return void response.redirect(303, windowAddress(url, payment, 'return'));
  const active = context.faults
    .list()
    .filter(({ party, reference }) => party === wire.partyId && reference === payment.id);
  const merchantName = wire.merchantName(payment.merchantId) ?? payment.merchantId;
  const model = { payment, merchantName, language, faults: active, known: wire.faults, form, errors, url };
  response.type('html').send(renderWindowPage(model));
}
