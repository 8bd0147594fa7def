import { addSeconds } from '@/lib/core/clock.ts';
import type { App } from '../app.ts';

/** No post takes this long: what is left of it belongs to a process that died. */
const staleSeconds = 3600;

/** Takes away the bytes of files whose post was never answered. */
export async function dropStaleUploads(app: App): Promise<void> {
  await app.db.uploadSlice.deleteMany({
    where: { createdAt: { lt: addSeconds(app.clock.now(), -staleSeconds) } },
  });
}
