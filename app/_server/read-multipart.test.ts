import { describe, expect, it } from 'vitest';
import { type KeepFile, type MultipartLimits, readMultipart } from './read-multipart.ts';

const roomy: MultipartLimits = {
  formLength: 1000,
  fileBytes: 100_000,
  filesBytes: 1_000_000,
  bodyBytes: 4_000_000,
  parts: 100,
};
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const file = (name: string, filename: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: text/html\r\n\r\n${content}\r\n`;
const end = '--x--\r\n';

/** A body that comes in pieces of a size, or as it is given. */
function request(body: string, pieceBytes = body.length) {
  const bytes = Buffer.from(body);
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(new Uint8Array(bytes.subarray(at, at + pieceBytes)));
      at += pieceBytes;
    },
  });
  return { headers: new Headers({ 'content-type': 'multipart/form-data; boundary=x' }), body: stream };
}

const asText: KeepFile<string> = async (chunks) => {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
};
const read = (body: string, limits: Partial<MultipartLimits> = {}, pieceBytes?: number) =>
  readMultipart(request(body, pieceBytes), { ...roomy, ...limits }, asText);

describe('readMultipart', () => {
  it.each([1, 7, 64, 100_000])('reads the same in pieces of %i bytes', async (pieceBytes) => {
    const body = [
      field('a', 'æøå'),
      file('f', 'å.pdf', 'one\r\n--y\r\n'),
      field('a', ''),
      file('g', '', ''),
      file('f', 'b', ''),
      field('ø', '\r\n'),
    ];
    expect(await read(`${body.join('')}${end}epilogue`, {}, pieceBytes)).toEqual({
      fields: [
        ['a', 'æøå'],
        ['a', ''],
        ['ø', '\r\n'],
      ],
      files: [
        { name: 'f', filename: 'å.pdf', content: 'one\r\n--y\r\n' },
        { name: 'f', filename: 'b', content: '' },
      ],
      cut: false,
    });
  });

  it('reads names as browsers write them', async () => {
    const { files } = await read(`${file('a%22b', 'x%22%0D%0Ay%2e.pdf', '1')}${end}`);
    expect(files).toEqual([{ name: 'a"b', filename: 'x"\r\ny%2e.pdf', content: '1' }]);
  });

  it('gives one byte more of a file that is too large, and what comes after it', async () => {
    const body = `${file('f', 'a', 'x'.repeat(500_000))}${field('a', '1')}${file('f', 'b', 'y')}${end}`;
    const { files, fields, cut } = await read(body, {}, 10_000);
    expect(files.map(({ content }) => content.length)).toEqual([100_001, 1]);
    expect({ fields, cut }).toEqual({ fields: [['a', '1']], cut: false });
  });

  it('leaves out files that there is no room for, and keeps the text', async () => {
    const one = (name: string) => file('f', name, 'x'.repeat(400));
    const body = `${one('a')}${one('b')}${one('c')}${field('a', '1')}${end}`;
    const form = await read(body, { filesBytes: 1000 });
    expect(form.files.map(({ filename }) => filename)).toEqual(['a', 'b']);
    expect(form).toMatchObject({ fields: [['a', '1']], cut: true });
  });

  it('stops at the end of its patience with what came whole', async () => {
    const form = await read(
      `${field('a', '1')}${file('f', 'a', 'x'.repeat(9000))}${field('b', '2')}${end}`,
      { bodyBytes: 5000 },
      500,
    );
    expect(form).toEqual({ fields: [['a', '1']], files: [], cut: true });
  });

  it.each([
    ['in a header', '--x\r\nContent-Dispo'],
    ['in a field', field('a', '1').slice(0, -2)],
    ['in a file', file('f', 'a', 'x'.repeat(300_000)).slice(0, -2)],
    ['in the second of two files', file('f', 'a', 'x') + file('f', 'b', 'x'.repeat(70_000)).slice(0, -2)],
    ['before its last line', field('a', '1')],
  ])('refuses a body that breaks off %s', async (_, body) => {
    for (const pieceBytes of [100, 1_000_000])
      await expect(read(body, {}, pieceBytes)).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('refuses a body whose sender went away', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from(file('f', 'a', 'x'.repeat(70_000)).slice(0, -2)));
      },
      pull: (controller) => controller.error(new Error('aborted')),
    });
    const { headers } = request('');
    await expect(readMultipart({ headers, body }, roomy, asText)).rejects.toMatchObject({
      code: 'bad_request',
    });
  });

  it('gives the error of what keeps the files, and reads no further', async () => {
    let asked = 0;
    const megabyte = Buffer.alloc(1_000_000, 'x');
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(asked++ ? megabyte : Buffer.from(file('f', 'a', '').slice(0, -2)));
      },
    });
    const broken: KeepFile<never> = () => Promise.reject(new Error('no room'));
    const limits = { ...roomy, fileBytes: 1e9, bodyBytes: 1e9 };
    await expect(readMultipart({ headers: request('').headers, body }, limits, broken)).rejects.toThrow(
      'no room',
    );
    expect(asked).toBeLessThan(10);
  });

  it('waits for what keeps the files: no more comes than is taken', async () => {
    let asked = 0;
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const pieces = [
      Buffer.from(file('f', 'a', '').slice(0, -2)),
      ...Array.from({ length: 50 }, () => Buffer.alloc(64 * 1024, 'x')),
      Buffer.from(`\r\n${end}`),
    ];
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          const piece = pieces[asked++];
          if (piece) controller.enqueue(new Uint8Array(piece));
          else controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const slow: KeepFile<number> = async (chunks) => {
      let length = 0;
      for await (const chunk of chunks) {
        if (length === 0) await gate;
        length += chunk.length;
      }
      return length;
    };
    const limits = { ...roomy, fileBytes: 1e9, filesBytes: 1e9 };
    const reading = readMultipart({ headers: request('').headers, body }, limits, slow);
    for (let turn = 0; turn < 1000; turn += 1) await new Promise(setImmediate);
    expect(asked).toBeLessThan(10);
    go();
    expect((await reading).files).toEqual([{ name: 'f', filename: 'a', content: 50 * 64 * 1024 }]);
  });

  it.each([
    ['text/plain', 'multipart/form-data'],
    ['a boundary that is too long', `multipart/form-data; boundary=${'y'.repeat(71)}`],
    ['an empty boundary', 'multipart/form-data; boundary='],
  ])('refuses %s', async (_, type) => {
    const { body } = request(end);
    const headers = new Headers({ 'content-type': type });
    await expect(readMultipart({ headers, body }, roomy, asText)).rejects.toMatchObject({
      code: 'bad_request',
    });
  });
});
