import { KvittError } from '@/lib/core/errors.ts';
import { maxFileBytes } from '@/lib/files/file-limits.ts';
import { type KeepFile, type Multipart, readMultipart } from './read-multipart.ts';

/** A form post, whichever way it was encoded. */
export interface PostedForm<T = unknown> extends Omit<Multipart<T>, 'fields'> {
  fields: Record<string, string[]>;
}

export interface FormLimits {
  /** All fields together, without files. */
  formBytes: number;
  /** All files of a multipart body. */
  filesBytes: number;
}

export const formLimits: FormLimits = { formBytes: 500_000, filesBytes: 40_000_000 };
/** For posts without files and long texts: the check page's, the signing page's. */
export const smallFormLimits: FormLimits = { formBytes: 20_000, filesBytes: 0 };
/** A page of 200 rows with ten questions each posts some 4,000. */
const maxParts = 10_000;
/** Read past in any case: a sender who is cut off in the middle of a body does not get to read our answer. */
const patienceBytes = 4_000_000;

/** What becomes of the files of a form that has no use for them. */
const ignore: KeepFile<unknown> = async (chunks) => {
  for await (const _ of chunks);
};

/**
 * Reads a form post of bounded size. Bytes that databases cannot hold (NUL, halves of characters) become U+FFFD. Files go to
 * `keep` as they come; the fields around them are known only at the end.
 * @throws KvittError `bad_request` for what is no form post or a broken one, `too_large` for fields above the limit, and what
 *   `keep` throws.
 */
export function readPostedForm(request: Request, limits?: FormLimits): Promise<PostedForm>;
export function readPostedForm<T>(
  request: Request,
  limits: FormLimits,
  keep: KeepFile<T>,
): Promise<PostedForm<T>>;
export async function readPostedForm(
  request: Request,
  limits: FormLimits = formLimits,
  keep: KeepFile<unknown> = ignore,
): Promise<PostedForm> {
  const contentType = request.headers.get('content-type') ?? '';
  const [type = ''] = contentType.toLowerCase().split(';');
  switch (type.trim()) {
    case 'application/x-www-form-urlencoded':
      return readUrlEncoded(request, limits);
    case 'multipart/form-data':
      return storableForm(await readMultipart(request, multipartLimits(limits), keep));
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

function multipartLimits({ formBytes, filesBytes }: FormLimits) {
  const bodyBytes = Math.max(4 * filesBytes, patienceBytes);
  return { formLength: formBytes, fileBytes: maxFileBytes, filesBytes, bodyBytes, parts: maxParts };
}

function storableForm<T>({ fields, files, cut }: Multipart<T>): PostedForm<T> {
  const stored = files.map((file) => ({
    ...file,
    name: storable(file.name),
    filename: storable(file.filename),
  }));
  return { fields: grouped(fields), files: stored, cut };
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
    if (length > Math.max(4 * limit, patienceBytes)) {
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
