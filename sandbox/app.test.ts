import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from './app.ts';
import { createFaultBook } from './faults.ts';
import { html } from './html.ts';

const portalUrl = 'http://localhost:3000';
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, smtpPort: 0, portalUrl });
});
afterAll(() => sandbox.close());

describe('the sandbox', () => {
  it('has a front page that links to every party', async () => {
    const page = await (await fetch(sandbox.url)).text();
    expect(page).toContain('TEST');
    for (const path of ['/register', '/mail', '/faults']) expect(page).toContain(`href="${path}"`);
  });

  it('rejects when the port is taken', async () => {
    const port = Number(new URL(sandbox.url).port);
    await expect(createSandbox({ port, smtpPort: 0, portalUrl })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
    await expect(createSandbox({ port: 0, smtpPort: sandbox.smtpPort, portalUrl })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it('knows its books after a restart with a data file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const dataFile = join(folder, 'deep', 'books.json');
    const contact = (url: string) =>
      fetch(`${url}/register/contact`, {
        method: 'POST',
        headers: { authorization: 'Bearer sandbox-register-token', 'content-type': 'application/json' },
        body: JSON.stringify({ pids: ['12858514140'] }),
      }).then((reply) => reply.json());

    const first = await createSandbox({ port: 0, smtpPort: 0, portalUrl, dataFile });
    await fetch(`${first.url}/register/api/contact/kari-testesen`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'husket@test.example' }),
    });
    await first.close();
    const second = await createSandbox({ port: 0, smtpPort: 0, portalUrl, dataFile });
    expect(await contact(second.url)).toMatchObject({
      personer: [{ kontaktinformasjon: { epostadresse: 'husket@test.example' } }],
    });
    await second.close();
    await rm(folder, { recursive: true });
  });
});

describe('faults', () => {
  const api = (method: string, body?: unknown, query = '') =>
    fetch(`${sandbox.url}/faults/api${query}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const lookup = () =>
    fetch(`${sandbox.url}/register/organisations/310010014`, {
      headers: { authorization: 'Bearer sandbox-register-token' },
    });

  it('are set, listed, counted down and removed over JSON', async () => {
    const fault = { party: 'register', name: 'availability', value: 'error', times: 1 };
    expect((await api('PUT', fault)).status).toBe(200);
    expect(await (await api('GET')).json()).toEqual({ faults: [fault] });
    expect((await lookup()).status).toBe(500);
    expect((await lookup()).status).toBe(200);
    expect(await (await api('GET')).json()).toEqual({ faults: [] });

    await api('PUT', { ...fault, times: undefined, reference: 'p1' });
    await api('PUT', { ...fault, times: undefined, value: 'dead' });
    await expect(lookup()).rejects.toThrow();
    await api('DELETE', undefined, '?party=register&name=availability');
    expect((await lookup()).status).toBe(200);
    await api('DELETE');
    expect(await (await api('GET')).json()).toEqual({ faults: [] });
  });

  it('hold a call open when silent, until they are removed', async () => {
    await api('PUT', { party: 'register', name: 'availability', value: 'silent' });
    const call = lookup().then(
      () => 'answered',
      () => 'broken',
    );
    expect(await Promise.race([call, lookupFaultPage()])).toBe('page');
    await api('DELETE');
    expect(await call).toBe('broken');
  });
  const lookupFaultPage = async () => {
    await fetch(`${sandbox.url}/faults`);
    return 'page';
  };

  it('refuse what no party knows', async () => {
    for (const wrong of [
      {},
      { party: 'nobody', name: 'availability', value: 'slow' },
      { party: 'register', name: 'constructor', value: 'slow' },
      { party: 'register', name: 'availability', value: 'toString' },
      { party: 'register', name: 'availability', value: 'slow', times: 0 },
    ]) {
      expect((await api('PUT', wrong)).status).toBe(400);
    }
  });

  it('are set and removed by the forms of the page', async () => {
    const form = (path: string, fields: Record<string, string>) =>
      fetch(`${sandbox.url}/faults/${path}`, { method: 'POST', body: new URLSearchParams(fields) });
    const set = await form('set', { choice: 'mail/smtp/reject', reference: 'a<b', times: '' });
    expect(await set.text()).toContain('a&#60;b');
    await form('remove', { party: 'mail', name: 'smtp', reference: 'a<b' });
    expect(await (await api('GET')).json()).toEqual({ faults: [] });
  });

  it('prefer the one for a reference', () => {
    const faults = createFaultBook();
    faults.set({ party: 'nets', name: 'webhook', value: 'late' });
    faults.set({ party: 'nets', name: 'webhook', value: 'never', reference: 'p1' });
    expect(faults.peek('nets', 'webhook', 'p1')).toBe('never');
    expect(faults.peek('nets', 'webhook', 'p2')).toBe('late');
    expect(faults.take('nets', 'reply')).toBeUndefined();
  });
});

describe('html', () => {
  it('escapes everything but markup', () => {
    expect(html`<p title="${'"<'}">${['a&b', html`<b>c</b>`, undefined, false, 0]}</p>`.markup).toBe(
      '<p title="&#34;&#60;">a&#38;b<b>c</b>0</p>',
    );
  });
});
