import { headers } from 'next/headers';

/**
 * Does work once per request, however often it is asked for: in pages as in route handlers, where React's own `cache` does
 * nothing. Next gives one headers object per request, which serves as the request's name.
 */
export function perRequest<T>(work: () => Promise<T>): () => Promise<T> {
  const known = new WeakMap<object, Promise<T>>();
  return async () => {
    const request = await headers();
    const begun = known.get(request) ?? work();
    known.set(request, begun);
    return begun;
  };
}
