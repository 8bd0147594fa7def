/** 303 to a path of ours, as after every form post, with `Set-Cookie` lines when there are some. */
export function seeOther(path: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: path, 'cache-control': 'no-store' });
  for (const line of cookies) headers.append('set-cookie', line);
  return new Response(null, { status: 303, headers });
}

/** A path with the way of paying that was chosen on the page before, so that nobody has to choose it again. */
export function withChoice(path: string, choice: string | undefined): string {
  return choice ? `${path}&${new URLSearchParams({ choice })}` : path;
}

/** 303 to another site's page, at an address that we got from that party or made for it: never one that came with the request. */
export function redirectTo(url: string, cookies: readonly string[] = []): Response {
  return seeOther(new URL(url).href, cookies);
}
