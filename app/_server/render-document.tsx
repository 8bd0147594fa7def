import type { ReactNode } from 'react';
import { PageFrame } from '@/components/portal/page-frame.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { htmlDocument } from './html-document.tsx';
import { pageFrameData } from './page-frame-data.ts';

export interface DocumentInput {
  /** Already in the page's language; the portal's name is added. */
  title: string;
  /** What stands in `<main>`. */
  body: ReactNode;
  /** HTTP status, 200 unless told otherwise. */
  status?: number;
  /** Without header and footer: the print view. */
  bare?: boolean;
  headers?: Record<string, string>;
}

/**
 * A whole HTML document for a route handler: same head, header and footer as Next's pages, none of Next's scripts. For
 * receipts, status and print, which must be light and work for good.
 */
export async function renderDocument(input: DocumentInput): Promise<Response> {
  const { frame, available } = await pageFrameData();
  const t = translator(frame.language);
  const body = available ? input.body : <Unavailable path={frame.path} t={t} />;
  return htmlDocument({
    language: frame.language,
    title: input.title,
    status: available ? (input.status ?? 200) : 503,
    headers: input.headers,
    body: input.bare ? (
      <main className="kv-main">{body}</main>
    ) : (
      <PageFrame frame={frame} t={t}>
        {body}
      </PageFrame>
    ),
  });
}
