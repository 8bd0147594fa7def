import { describe, expect, it } from 'vitest';
import { paymentPageOrigins } from '@/lib/payments/payment-page-origins.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';

const input = {
  nonce: 'abc',
  signInIssuers: ['http://127.0.0.1:4010/idporten', 'http://127.0.0.1:4010/ansattporten'],
  paymentOrigins: ['http://127.0.0.1:4010', 'https://pay.example'],
  development: false,
};

const formAction = (agreed: Parameters<typeof paymentPageOrigins>[0]) => {
  const paymentOrigins = paymentPageOrigins(agreed, {});
  const policy = contentSecurityPolicy({ ...input, signInIssuers: [], paymentOrigins });
  return /form-action ([^;]+)/.exec(policy)?.[1]?.split(' ');
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
    'where only $id is agreed with, lets forms lead to its payment pages of that environment and to no other site',
    ({ id, hosts }) => {
      for (const environment of ['live', 'test'] as const)
        expect(formAction([{ provider: id, environment }])).toEqual(["'self'", ...hosts[environment].pages]);
    },
  );

  it('lets forms lead to the pages of every agreement of the installation, and without any to ours alone', () => {
    const [first, second] = providers.all();
    if (!first || !second) throw new Error('Two providers are needed');
    expect(formAction([])).toEqual(["'self'"]);
    expect(formAction([{ provider: 'no longer known', environment: 'live' }])).toEqual(["'self'"]);
    expect(
      formAction([
        { provider: first.id, environment: 'live' },
        { provider: first.id, environment: 'test' },
        { provider: second.id, environment: 'live' },
      ]),
    ).toEqual([
      "'self'",
      ...new Set([...first.hosts.live.pages, ...first.hosts.test.pages, ...second.hosts.live.pages]),
    ]);
  });

  it('knows that the pages of the real ID-porten and Ansattporten are on login.', () => {
    const policy = contentSecurityPolicy({
      ...input,
      signInIssuers: ['https://test.idporten.no', 'https://ansattporten.no'],
    });
    expect(policy).toContain('https://test.idporten.no https://login.test.idporten.no');
    expect(policy).toContain('https://ansattporten.no https://login.ansattporten.no');
  });
});
