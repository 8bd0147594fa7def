/** Read on to here, keeping nothing: a sender who is cut off in the middle of a body does not get to read our answer. */
const patienceBytes = 4_000_000;

/** The body as text, or undefined when it is longer than `maxBytes`: nobody fills our memory by posting. */
export async function readBoundedText(request: Request, maxBytes: number): Promise<string | undefined> {
  const bytes = await readBounded(request, maxBytes);
  return bytes && new TextDecoder().decode(bytes);
}

export async function readBounded(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > Math.max(maxBytes, patienceBytes))
    return undefined;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > Math.max(maxBytes, patienceBytes)) {
      await reader.cancel();
      return undefined;
    }
    if (length <= maxBytes) chunks.push(value);
  }
  return length > maxBytes ? undefined : new Uint8Array(Buffer.concat(chunks));
}
