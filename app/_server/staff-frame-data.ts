import { cache } from 'react';
import type { StaffFrameData } from '@/components/admin/staff-frame.tsx';
import { env } from '@/lib/core/env.ts';
import { log } from '@/lib/core/log.ts';
import { ownOwner } from '@/lib/services/own-owner.ts';
import { ownerName } from '@/lib/services/owner-name.ts';
import { app } from '@/lib/workflow/app.ts';
import { currentStaff, staffLanguage } from './current-staff.ts';
import { requestInfo } from './request-info.ts';
import { isStaffPath } from './staff-path.ts';

/** What surrounds an admin page. Never throws: the page that says what is wrong has the same surroundings. */
export const staffFrameData = cache(async (): Promise<StaffFrameData & { available: boolean }> => {
  const language = await staffLanguage();
  const { path } = await requestInfo();
  const common = {
    language,
    path: isStaffPath(path) ? path : '/admin',
    demo: env().KVITT_MODE === 'demo',
  };
  try {
    const staff = await currentStaff();
    if (!staff) return { ...common, available: true };
    const owner = await ownOwner(app().db, staff);
    return { ...common, available: true, staff, owner: ownerName(owner, language) };
  } catch (error) {
    log.error({ err: error }, 'an admin page could not be framed');
    return { ...common, available: false };
  }
});
