/** The body as text, or undefined when it is longer than `maxBytes`: nobody fills our memory by posting. */
export async function readBoundedText(request: Request, maxBytes: number): Promise<string | undefined> {
  const bytes = await readBounded(request, maxBytes);
  return bytes && new TextDecoder().decode(bytes);
}

export async function readBounded(
  request: Request,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return undefined;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
