import { describe, expect, it } from 'vitest';
import { paymentPageOrigins } from '@/lib/payments/open-agreement.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const input = {
  nonce: 'abc',
  signInIssuers: ['http://127.0.0.1:4010/idporten', 'http://127.0.0.1:4010/ansattporten'],
  paymentOrigins: ['http://127.0.0.1:4010', 'https://pay.example'],
  development: false,
};

describe('contentSecurityPolicy', () => {
  it('allows only scripts and styles of this page', () => {
    const policy = contentSecurityPolicy(input);
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).not.toContain('unsafe');
    expect(policy).not.toContain('*');
  });

  it('lets forms lead to ID-porten and to payment pages, each named once', () => {
    expect(contentSecurityPolicy(input)).toContain(
      "form-action 'self' http://127.0.0.1:4010 https://pay.example",
    );
  });

  it.each(providers.all())(
    'lets forms lead to the payment pages of $id, live and test, and to no other site',
    ({ hosts }) => {
      const policy = contentSecurityPolicy({
        ...input,
        signInIssuers: [],
        paymentOrigins: paymentPageOrigins({}),
      });
      const [, listed = ''] = /form-action ([^;]+)/.exec(policy) ?? [];
      const origins = listed.split(' ');
      expect(origins).toEqual(expect.arrayContaining([...hosts.live.pages, ...hosts.test.pages]));
      const known = providers.all().flatMap((each) => [...each.hosts.live.pages, ...each.hosts.test.pages]);
      expect(origins.filter((origin) => !known.includes(origin))).toEqual(["'self'"]);
    },
  );

  it('knows that the pages of the real ID-porten and Ansattporten are on login.', () => {
    const policy = contentSecurityPolicy({
      ...input,
      signInIssuers: ['https://test.idporten.no', 'https://ansattporten.no'],
    });
    expect(policy).toContain('https://test.idporten.no https://login.test.idporten.no');
    expect(policy).toContain('https://ansattporten.no https://login.ansattporten.no');
  });
});
