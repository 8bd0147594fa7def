import { readBoundedText } from './bounded-body.ts';

const maxBytes = 16 * 1024;

/** The fields of a small form post (`application/x-www-form-urlencoded`); none when it is another kind or too large. */
export async function readSmallForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams();
  return new URLSearchParams((await readBoundedText(request, maxBytes)) ?? '');
}
