import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';
import { KvittError } from '@/lib/core/errors.ts';

export interface MultipartLimits {
  /** All names and values together, in characters. */
  formLength: number;
  /** Of one file; of a larger one `keep` gets one byte more, and the rest is read past. */
  fileBytes: number;
  /** Of all files together. */
  filesBytes: number;
  /** Of the whole body: what comes after is not read. */
  bodyBytes: number;
  parts: number;
}

export interface Multipart<T> {
  fields: [string, string][];
  /** `content` is what `keep` made of the file. */
  files: { name: string; filename: string; content: T }[];
  /** More was sent than is taken: what came whole is here, the rest is not. */
  cut: boolean;
}

/** Gets a file as it comes, and reads it to its end; one file after the other. */
export type KeepFile<T> = (chunks: AsyncIterable<Uint8Array>) => Promise<T>;

/**
 * Reads a multipart body as it comes (RFC 7578): what it holds at a time is the fields and a chunk of a file.
 * @throws KvittError `bad_request` for a broken body or too many parts, `too_large` for fields above the limit, and what
 *   `keep` throws.
 */
export async function readMultipart<T>(
  { headers, body }: { headers: Headers; body: ReadableStream<Uint8Array> | null },
  limits: MultipartLimits,
  keep: KeepFile<T>,
): Promise<Multipart<T>> {
  const contentType = headers.get('content-type') ?? '';
  if (!body || !/boundary=(?:"[^"]{1,70}"|[^\s;"]{1,70}(?:[\s;]|$))/i.test(contentType))
    throw badRequest('A multipart body without a boundary');
  return new Reading(newParser(contentType, limits), limits, keep).read(body);
}

function newParser(contentType: string, { formLength, fileBytes, parts }: MultipartLimits): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      isPartAFile: (_name, _type, filename) => filename !== undefined,
      // A character is three bytes at most, or two of them four.
      limits: { fieldSize: 3 * formLength, fileSize: fileBytes + 1, parts },
    });
  } catch {
    throw badRequest('A multipart body without a boundary');
  }
}

const pieceBytes = 64 * 1024;

class Reading<T> {
  readonly #form: Multipart<T> = { fields: [], files: [], cut: false };
  readonly #open = new Set<BusboyFileStream>();
  #kept: Promise<void> = Promise.resolve();
  #formLength = 0;
  #filesBytes = 0;
  #failure: unknown;

  constructor(
    private readonly parser: BusboyInstance,
    private readonly limits: MultipartLimits,
    private readonly keep: KeepFile<T>,
  ) {
    parser.on('field', (name, value, _, isCut) => {
      if (this.#counts(name, value, isCut)) this.#form.fields.push([plain(name), value]);
    });
    parser.on('file', (name, stream, filename) => {
      // Without a listener, a body that ends in the middle of a file would end the process.
      stream.on('error', () => undefined);
      this.#open.add(stream);
      if (this.#counts(name, filename))
        this.#kept = this.#kept.then(() => this.#keepFile(plain(name), plain(filename), stream));
    });
    parser.on('partsLimit', () => this.#fail(badRequest('Too many fields')));
  }

  async read(body: ReadableStream<Uint8Array>): Promise<Multipart<T>> {
    try {
      await pipeline(this.#bounded(body), this.parser);
    } catch {
      // What we cut off ourselves ends in the middle of a part.
      if (!this.#form.cut) this.#fail(badRequest('A multipart body that is broken'));
    }
    for (const stream of this.#open) stream.destroy();
    await this.#kept;
    if (this.#failure) throw this.#failure;
    return this.#form;
  }

  async *#bounded(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of body) {
      length += chunk.length;
      if (length > this.limits.bodyBytes) {
        this.#form.cut = true;
        return;
      }
      // Taken apart a piece at a time, so that a refusal ends the work at once.
      for (let at = 0; at < chunk.length; at += pieceBytes) yield chunk.subarray(at, at + pieceBytes);
    }
  }

  #counts(name: string | undefined, value: string, isCut = false): boolean {
    if (name === undefined) {
      this.#fail(badRequest('A part without a name'));
      return false;
    }
    this.#formLength += name.length + value.length;
    if (isCut || this.#formLength > this.limits.formLength)
      this.#fail(new KvittError('too_large', 'The form is too large'));
    return this.#failure === undefined;
  }

  async #keepFile(name: string, filename: string, stream: BusboyFileStream): Promise<void> {
    const file = { brokenOff: false, whole: true };
    try {
      const chunks = this.#chunks(stream, file);
      const first = await chunks.next();
      // A file input that nothing was chosen in posts an empty file without a name.
      if (first.done && filename === '') return;
      const content = await this.keep(startingWith(first, chunks));
      if (file.whole) this.#form.files.push({ name, filename, content });
    } catch (error) {
      // Of a file that broke off the body's end tells.
      if (!file.brokenOff) this.#fail(error);
    }
  }

  async *#chunks(
    stream: BusboyFileStream,
    file: { brokenOff: boolean; whole: boolean },
  ): AsyncGenerator<Uint8Array, void> {
    try {
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        this.#filesBytes += chunk.length;
        if (this.#filesBytes <= this.limits.filesBytes) yield chunk;
        else file.whole = false;
      }
    } catch (error) {
      file.brokenOff = true;
      throw error;
    }
    if (!file.whole) this.#form.cut = true;
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.parser.destroy();
  }
}

async function* startingWith(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array, void>,
): AsyncGenerator<Uint8Array> {
  if (!first.done) yield first.value;
  yield* rest;
}

/** Browsers write these three so, as they would end the name (HTML, «multipart/form-data encoding algorithm»). */
function plain(name: string): string {
  return name.replace(/%(22|0a|0d)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function badRequest(message: string): KvittError {
  return new KvittError('bad_request', message);
}
