import { seeOther } from '@/app/_server/see-other.ts';
import { staffPost } from '@/app/_server/staff-post.tsx';
import { registerAgain } from '@/lib/workflow/agreements/register-again.ts';
import { app } from '@/lib/workflow/app.ts';

/** Tells the provider once more where its messages go. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const here = `/admin/agreements/${id}`;
  return staffPost(request, here, async (staff) => {
    const { kind } = await registerAgain(app(), staff, id);
    return seeOther(`${here}?done=${kind}`);
  });
}
