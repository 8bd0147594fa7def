import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { app } from '@/lib/workflow/app.ts';
import { beginHandling } from '@/lib/workflow/staff/begin-handling.ts';

/** A case worker says to have begun on a case. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/submissions/${id}`;
  return staffPost(request, here, async (staff) => {
    const { kind } = await beginHandling(app(), staff, id);
    return seeOther(`${here}?handling=${kind}`);
  });
}
