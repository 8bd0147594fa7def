import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../app.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ port: 0, smtpPort: 0, portalUrl: 'http://localhost:3000' });
});
afterAll(() => sandbox.close());
afterEach(async () => {
  await fetch(`${sandbox.url}/mail/api/messages`, { method: 'DELETE' });
  await fetch(`${sandbox.url}/faults/api`, { method: 'DELETE' });
});

function send(messageId: string, to = 'kari@test.example') {
  const transport = createTransport({
    host: '127.0.0.1',
    port: sandbox.smtpPort,
    secure: false,
    ignoreTLS: true,
  });
  return transport.sendMail({
    messageId,
    from: 'Kvitt <ikke-svar@kvitt.example>',
    to,
    subject: 'Du har fått en kvittering – æøå',
    text: 'Logg inn for å lese den <her>.',
    attachments: [{ filename: 'a.pdf', content: Buffer.from('%PDF') }],
  });
}

async function list(query = '') {
  const reply = await fetch(`${sandbox.url}/mail/api/messages${query}`);
  return ((await reply.json()) as { messages: { id: string; subject: string; deliveries: number }[] })
    .messages;
}

function setFault(value: string, times?: number) {
  return fetch(`${sandbox.url}/faults/api`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ party: 'mail', name: 'smtp', value, times }),
  });
}

it('takes a mail, shows it and lists it by recipient', async () => {
  await send('<1@kvitt.example>');
  await send('<2@kvitt.example>', 'ola@test.example');
  expect(await list()).toHaveLength(2);
  const [mail, ...rest] = await list('?to=KARI@test.example');
  expect(rest).toEqual([]);
  expect(mail).toMatchObject({
    messageId: '<1@kvitt.example>',
    from: 'ikke-svar@kvitt.example',
    to: ['kari@test.example'],
    subject: 'Du har fått en kvittering – æøå',
    text: 'Logg inn for å lese den <her>.\n',
    attachments: [{ filename: 'a.pdf', contentType: 'application/pdf', sizeBytes: 4 }],
    deliveries: 1,
  });
  const page = await (await fetch(`${sandbox.url}/mail/messages/${mail?.id}`)).text();
  expect(page).toContain('for å lese den &#60;her&#62;.');
  expect(await (await fetch(`${sandbox.url}/mail`)).text()).toContain('ola@test.example');
});

it('counts a mail with the same Message-ID once', async () => {
  await send('<same@kvitt.example>');
  await send('<same@kvitt.example>');
  expect(await list()).toMatchObject([{ deliveries: 2 }]);
});

it('rejects or hangs up when asked to', async () => {
  await setFault('reject', 1);
  await expect(send('<3@kvitt.example>')).rejects.toMatchObject({ responseCode: 451 });
  await setFault('dead');
  await expect(send('<3@kvitt.example>')).rejects.toThrow();
  expect(await list()).toEqual([]);
  await fetch(`${sandbox.url}/faults/api`, { method: 'DELETE' });
  await send('<3@kvitt.example>');
  expect(await list()).toHaveLength(1);
});
