/** No reply of this API comes near it; a longer one is a fault or an attack. */
export const MAX_REPLY_BYTES = 1_000_000;

export class ReplyTooLargeError extends Error {}

/** The body as text, read no further than the limit; throws ReplyTooLargeError, or whatever the stream throws. */
export async function readBounded(
  reply: Response,
  charset: 'utf-8' | 'iso-8859-1' = 'utf-8',
  maxBytes = MAX_REPLY_BYTES,
): Promise<string> {
  if (Number(reply.headers.get('content-length') ?? 0) > maxBytes) {
    await reply.body?.cancel().catch(() => undefined);
    throw new ReplyTooLargeError();
  }
  if (reply.body === null) {
    return '';
  }
  const reader = reply.body.getReader();
  const decoder = new TextDecoder(charset);
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return text + decoder.decode();
    }
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new ReplyTooLargeError();
    }
    text += decoder.decode(value, { stream: true });
  }
}
