import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { dropOldKeys } from '@/lib/workflow/agreements/replace-keys.ts';
import { app } from '@/lib/workflow/app.ts';

/** No longer believes a key that was replaced. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/agreements/${id}`;
  return staffPost(request, here, async (staff) => {
    const { kind } = await dropOldKeys(app(), staff, id);
    return seeOther(`${here}?done=${kind === 'none' ? 'unchanged' : kind}`);
  });
}
