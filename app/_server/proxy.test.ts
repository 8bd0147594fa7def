import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { config, proxy } from '@/proxy.ts';

vi.mock('@/app/_server/security-headers.ts', () => ({
  newNonce: () => 'nonce',
  securityHeaders: () => ({ 'content-security-policy': "default-src 'self'" }),
}));

let pages: RegExp;
beforeAll(() => {
  pages = new RegExp(`^${config.matcher[1]}$`);
});

const ask = (path: string, init?: ConstructorParameters<typeof NextRequest>[1]) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, init));
const form = (path: string, type: string) =>
  ask(path, { method: 'POST', headers: { 'content-type': type }, body: 'x' });

describe('proxy', () => {
  it.each(['/submissions/%E0%A4%A/pay', '/%FF', '/api/webhooks/x/%FF', '/submissions/a/b%C3/save'])(
    'answers 400 to the broken escape in %s',
    async (path) => {
      expect((await ask(path)).status).toBe(400);
    },
  );

  it.each(['multipart/form-data; boundary=x', ' Multipart/Form-Data', 'multipart/mixed'])(
    'a page takes no post of %s, which Next would fail at',
    async (type) => {
      expect((await form('/inbox', type)).status).toBe(415);
    },
  );

  it('lets other posts, and what comes back from payment pages, go on', async () => {
    expect((await form('/language', 'application/x-www-form-urlencoded')).status).toBe(200);
    expect((await form('/payments/return/1', 'multipart/form-data; boundary=x')).status).toBe(200);
  });

  it.each([
    ['["id","page",{"a":["1"]}]', 200],
    ['["$$5",{"a":["$undefined"]}]', 200],
    ['', 400],
    ['[', 400],
    ['null', 400],
    ['{}', 400],
    ['["$1"]', 400],
    ['[{"a":["$F1"]}]', 400],
    [`["${'x'.repeat(1_000_001)}"]`, 400],
  ])('an action with the body %.20s gets %i', async (body, status) => {
    const headers = { 'next-action': 'a', 'content-type': 'text/plain' };
    expect((await ask('/inbox', { method: 'POST', headers, body })).status).toBe(status);
  });

  // What a proxy sets wins over what the route sets: a download would lose its own, stricter policy.
  it.each([
    '/archive/AR-1/files/b%C3%A5t.pdf',
    '/submissions/1/a%20b/save',
    '/submissions/1/files/%20',
    '/receipts/%20/pdf',
    '/inbox/attachments/%20',
    '/admin/reconciliation/agreements/%20/reports',
    '/api/auth/callback/%20',
    '/styles/%20.css',
  ])('leaves %s its own headers, and the matcher leaves out its like', async (path) => {
    expect((await ask(path)).headers.has('content-security-policy')).toBe(false);
    expect(pages.test(path)).toBe(false);
  });

  it.each(['/', '/inbox', '/submissions/1/pay', '/receipts/1', '/archive/AR-1', '/services/b%C3%A5t'])(
    'sets the policy of a page on %s',
    async (path) => {
      expect((await ask(path)).headers.get('content-security-policy')).toContain('default-src');
      expect(pages.test(path)).toBe(true);
    },
  );
});
