import { describe, expect, it } from 'vitest';
import { readPostedForm, smallFormLimits } from './read-posted-form.ts';

const post = (type: string | undefined, body: string | Uint8Array<ArrayBuffer>) =>
  new Request('http://portal.invalid/', {
    method: 'POST',
    body,
    headers: type === undefined ? {} : { 'content-type': type },
  });
const urlEncoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=x';
const part = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

describe('readPostedForm', () => {
  it.each([
    ['no type', undefined, 'a=b'],
    ['JSON', 'application/json', '{"a":1}'],
    ['text', 'text/plain', 'a=b'],
    ['no boundary', 'multipart/form-data', `${part('a', 'b')}--x--`],
    ['garbage', multipart, 'garbage'],
    ['nothing', multipart, ''],
    ['a part that never ends', multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb'],
    ['a part without a name', multipart, '--x\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x--\r\n'],
  ])('refuses %s', async (_what, type, body) => {
    await expect(readPostedForm(post(type, body))).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('refuses a flood of parts before it takes them apart', async () => {
    const flood = `${part('a', '').repeat(100_000)}--x--\r\n`;
    await expect(readPostedForm(post(multipart, flood))).rejects.toMatchObject({ code: 'bad_request' });
    const many = `${part('a', '1').repeat(9999)}--x--\r\n`;
    expect((await readPostedForm(post(multipart, many))).fields.a).toHaveLength(9999);
  });

  it('refuses too many and too large fields', async () => {
    await expect(readPostedForm(post(urlEncoded, 'a=&'.repeat(10_001)))).rejects.toMatchObject({
      code: 'bad_request',
    });
    await expect(readPostedForm(post(urlEncoded, `a=${'x'.repeat(500_001)}`))).rejects.toMatchObject({
      code: 'too_large',
    });
    const large = post(urlEncoded, `a=${'x'.repeat(20_001)}`);
    await expect(readPostedForm(large, smallFormLimits)).rejects.toMatchObject({ code: 'too_large' });
  });

  it('keeps what a database cannot hold out, and never touches prototypes', async () => {
    const { fields } = await readPostedForm(post(urlEncoded, 'a=%00b&__proto__=x&constructor=y&%00=z'));
    expect(fields.a).toEqual(['\ufffdb']);
    expect(fields['\u0000']).toEqual(['z']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.hasOwn(fields, '__proto__')).toBe(true);
  });
});
