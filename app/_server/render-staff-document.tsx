import type { ReactNode } from 'react';
import { StaffFrame } from '@/components/admin/staff-frame.tsx';
import { Unavailable } from '@/components/portal/unavailable.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { htmlDocument } from './html-document.tsx';
import { staffFrameData } from './staff-frame-data.ts';

/** A whole page of the admin area for a route handler: the answer to a post that could not be carried out. */
export async function renderStaffDocument(input: {
  title: string;
  body: ReactNode;
  status: number;
}): Promise<Response> {
  const frame = await staffFrameData();
  const t = translator(frame.language);
  return htmlDocument({
    language: frame.language,
    title: input.title,
    status: frame.available ? input.status : 503,
    body: (
      <StaffFrame frame={frame} t={t}>
        {frame.available ? input.body : <Unavailable path={frame.path} t={t} />}
      </StaffFrame>
    ),
  });
}
