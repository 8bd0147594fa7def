import type { PaymentForm } from '../index.ts';

/**
 * A browser without JavaScript: posts the form, fills in the card (none where it is empty), presses the button that leads
 * back. Gives what it is to post then, and where.
 */
export async function walkThrough(
  form: PaymentForm,
  { card, leave = false }: { card: string; leave?: boolean },
): Promise<{ action: string; body: string }> {
  const entered = await enter(form);
  const window = await follow(entered);
  const html = await window.text();
  const [payForm = '', leaveForm = ''] = html.match(/<form[^>]*(?:pay|leave)"[\s\S]*?<\/form>/g) ?? [];
  let page = window;
  if (card !== '') {
    const typed = { cardNumber: card, expiry: '06/24', cvc: '684', threeDSecure: 'frictionless' };
    page = await follow(await submit(payForm, typed));
  }
  if (leave) page = await follow(await submit(leaveForm));
  const last = await page.text();
  const { action, fields } = readForm(last.slice(Math.max(0, last.indexOf('<form'))));
  return { action, body: new URLSearchParams(fields).toString() };
}

export function enter({ action, fields }: PaymentForm): Promise<Response> {
  const body = new URLSearchParams(fields.map(({ name, value }) => [name, value]));
  return fetch(action, { method: 'POST', body, redirect: 'manual' });
}

function submit(markup: string, typed: Record<string, string> = {}): Promise<Response> {
  const { action, fields } = readForm(markup);
  const body = new URLSearchParams({ ...Object.fromEntries(fields), ...typed });
  return fetch(action, { method: 'POST', body, redirect: 'manual' });
}

function follow(reply: Response): Promise<Response> {
  return fetch(reply.headers.get('location') ?? '');
}

function readForm(markup: string): { action: string; fields: [string, string][] } {
  const text = (escaped: string) =>
    escaped.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
  const inputs = markup.split('</form>')[0]?.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g) ?? [];
  return {
    action: text(/action="([^"]*)"/.exec(markup)?.[1] ?? ''),
    fields: [...inputs].map(([, name = '', value = '']): [string, string] => [text(name), text(value)]),
  };
}
