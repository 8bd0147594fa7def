import { describe, expect, it } from 'vitest';
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

  it('knows that the pages of the real ID-porten and Ansattporten are on login.', () => {
    const policy = contentSecurityPolicy({
      ...input,
      signInIssuers: ['https://test.idporten.no', 'https://ansattporten.no'],
    });
    expect(policy).toContain('https://test.idporten.no https://login.test.idporten.no');
    expect(policy).toContain('https://ansattporten.no https://login.ansattporten.no');
  });
});
