/**
 * Whether a form post comes from a page of ours: the browser's own word for it (`Sec-Fetch-Site`), else an `Origin` that is ours.
 * A request with neither comes from no browser and carries no person's cookies by accident.
 */
export function isOwnPost(request: Request, portalUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin === null || origin === new URL(portalUrl).origin;
}
