import { KvittError } from '@/lib/core/errors.ts';

/** A form post, whichever way it was encoded. */
export interface PostedForm {
  fields: Record<string, string[]>;
  files: { name: string; filename: string; content: Uint8Array }[];
  /** The body was larger than what is read: the parts that came whole are here, the rest is not. */
  cut: boolean;
}

export interface FormLimits {
  /** All fields together, without files. */
  formBytes: number;
  /** A multipart body with its files. */
  multipartBytes: number;
}

export const formLimits: FormLimits = { formBytes: 500_000, multipartBytes: 40_000_000 };
/** For posts without files and long texts: the check page's, the signing page's. */
export const smallFormLimits: FormLimits = { formBytes: 20_000, multipartBytes: 20_000 };
/** A page of 200 rows with ten questions each posts some 4,000. */
const maxParts = 10_000;

/**
 * Reads a form post of bounded size. Bytes that databases cannot hold (NUL, halves of characters) become U+FFFD.
 * @throws KvittError `bad_request` for what is no form post or a broken one, `too_large` for fields above the limit.
 */
export async function readPostedForm(request: Request, limits: FormLimits = formLimits): Promise<PostedForm> {
  const contentType = request.headers.get('content-type') ?? '';
  const [type = ''] = contentType.toLowerCase().split(';');
  switch (type.trim()) {
    case 'application/x-www-form-urlencoded':
      return readUrlEncoded(request, limits);
    case 'multipart/form-data':
      return readMultipart(request, contentType, limits);
    default:
      throw badRequest('Not a form post');
  }
}

async function readUrlEncoded(request: Request, limits: FormLimits): Promise<PostedForm> {
  const { bytes, cut } = await readUpTo(request.body, limits.formBytes);
  if (cut) throw new KvittError('too_large', 'The form is too large');
  return {
    fields: grouped([...new URLSearchParams(new TextDecoder().decode(bytes))]),
    files: [],
    cut: false,
  };
}

async function readMultipart(request: Request, contentType: string, limits: FormLimits): Promise<PostedForm> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType);
  const marker = boundary?.[1] ?? boundary?.[2];
  if (!marker) throw badRequest('A multipart body without a boundary');
  const { bytes, cut } = await readUpTo(request.body, limits.multipartBytes);
  // Counted before it is taken apart: a million empty parts would keep the process busy for seconds.
  if (hasMoreParts(bytes, marker, maxParts)) throw badRequest('Too many fields');
  const data = await parse(cut ? wholeParts(bytes, marker) : bytes, contentType);
  const entries = [...data];
  const texts = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (texts.reduce((sum, [name, value]) => sum + name.length + value.length, 0) > limits.formBytes) {
    throw new KvittError('too_large', 'The form is too large');
  }
  const files = await Promise.all(
    entries.flatMap(([name, value]) =>
      typeof value === 'string' || isUnused(value) ? [] : [readFile(name, value)],
    ),
  );
  return { fields: grouped(texts), files, cut };
}

async function parse(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw badRequest('A multipart body that is broken');
  }
}

function hasMoreParts(bytes: Uint8Array<ArrayBuffer>, marker: string, most: number): boolean {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const line = `--${marker}`;
  let parts = 0;
  for (let at = body.indexOf(line); at >= 0; at = body.indexOf(line, at + line.length)) {
    parts += 1;
    // One more line ends the body.
    if (parts > most + 1) return true;
  }
  return false;
}

/** The beginning of a body, ended after the last part that came whole: what was typed before a file that is too large is kept. */
function wholeParts(bytes: Uint8Array<ArrayBuffer>, marker: string): Uint8Array<ArrayBuffer> {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const last = body.lastIndexOf(`\r\n--${marker}`);
  if (last < 0) throw new KvittError('too_large', 'The form is too large');
  return new Uint8Array(Buffer.concat([body.subarray(0, last), Buffer.from(`\r\n--${marker}--\r\n`)]));
}

/** A file input that nothing was chosen in posts an empty file without a name. */
function isUnused(file: File): boolean {
  return file.size === 0 && file.name === '';
}

async function readFile(name: string, file: File): Promise<PostedForm['files'][number]> {
  return {
    name: storable(name),
    filename: storable(file.name),
    content: new Uint8Array(await file.arrayBuffer()),
  };
}

function grouped(entries: readonly (readonly [string, string])[]): Record<string, string[]> {
  if (entries.length > maxParts) throw badRequest('Too many fields');
  const groups = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const values = groups.get(name);
    if (values) values.push(storable(value));
    else groups.set(name, [storable(value)]);
  }
  return Object.fromEntries(groups);
}

function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** Reads on past the limit, keeping nothing, so that the browser gets to read our answer; gives up far above it. */
async function readUpTo(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; cut: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length <= limit) chunks.push(value);
    if (length > Math.max(4 * limit, 4_000_000)) {
      await reader.cancel();
      break;
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)), cut: length > limit };
}

function badRequest(message: string): KvittError {
  return new KvittError('bad_request', message);
}

/** The fields as a flat list, one entry per value. */
export function fieldEntries({ fields }: Pick<PostedForm, 'fields'>): [string, string][] {
  return Object.entries(fields).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
}

/** The fields alone, for what takes a small form. */
export function asFormData(form: PostedForm): FormData {
  const data = new FormData();
  for (const [name, value] of fieldEntries(form)) data.append(name, value);
  return data;
}
