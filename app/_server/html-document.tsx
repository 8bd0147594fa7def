import type { ReactNode } from 'react';
import type { Language } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import { HeadLinks } from './head-links.tsx';
import { requestInfo } from './request-info.ts';
import { newNonce, securityHeaders } from './security-headers.ts';

export interface HtmlDocument {
  language: Language;
  /** Already in the page's language; the portal's name is added. */
  title: string;
  /** All of `<body>`. */
  body: ReactNode;
  status: number;
  headers?: Record<string, string>;
}

/** A whole HTML document of a route handler, without Next's scripts. The security headers come from the proxy, or from here where it does not run; never cached. */
export async function htmlDocument(input: HtmlDocument): Promise<Response> {
  const { nonce } = await requestInfo();
  const t = translator(input.language);
  const { renderToStaticMarkup } = await import('react-dom/server');
  const html = renderToStaticMarkup(
    <html lang={input.language} data-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${input.title} · ${t('portal.titleSuffix')}`}</title>
        <HeadLinks />
      </head>
      <body>{input.body}</body>
    </html>,
  );
  return new Response(`<!doctype html>${html}`, {
    status: input.status,
    headers: {
      ...(nonce ? {} : await securityHeaders(newNonce())),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...input.headers,
    },
  });
}
