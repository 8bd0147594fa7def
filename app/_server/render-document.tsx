import type { ReactNode } from 'react';
import { PageFrame } from '@/components/portal/page-frame.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { HeadLinks } from './head-links.tsx';
import { pageFrameData } from './page-frame-data.ts';
import { requestInfo } from './request-info.ts';
import { newNonce, securityHeaders } from './security-headers.ts';

export interface DocumentInput {
  /** Already in the page's language; the portal's name is added. */
  title: string;
  /** What stands in `<main>`. */
  body: ReactNode;
  /** HTTP status, 200 unless told otherwise. */
  status?: number;
  /** Asks the browser to fetch the document again: a status page that waits. Works without scripts. */
  refreshAfterSeconds?: number;
  /** Without header and footer: the print view. */
  bare?: boolean;
  headers?: Record<string, string>;
}

/**
 * A whole HTML document for a route handler: same head, header and footer as Next's pages, none of Next's scripts. For
 * receipts, status and print, which must be light and work for good. The security headers come from the proxy, or from here where it does not run; never cached.
 */
export async function renderDocument(input: DocumentInput): Promise<Response> {
  const { frame, available } = await pageFrameData();
  const { nonce } = await requestInfo();
  const t = translator(frame.language);
  const body = available ? input.body : <Unavailable path={frame.path} t={t} />;
  const { renderToStaticMarkup } = await import('react-dom/server');
  const html = renderToStaticMarkup(
    <html lang={frame.language} data-color-scheme="light">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {input.refreshAfterSeconds ? (
          <meta httpEquiv="refresh" content={String(input.refreshAfterSeconds)} />
        ) : null}
        <title>{`${input.title} · ${t('portal.titleSuffix')}`}</title>
        <HeadLinks />
      </head>
      <body>
        {input.bare ? (
          <main className="kv-main">{body}</main>
        ) : (
          <PageFrame frame={frame} t={t}>
            {body}
          </PageFrame>
        )}
      </body>
    </html>,
  );
  return new Response(`<!doctype html>${html}`, {
    status: available ? (input.status ?? 200) : 503,
    headers: {
      ...(nonce ? {} : securityHeaders(newNonce())),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...input.headers,
    },
  });
}
