import type { StaffRole } from '@/lib/core/staff-actor.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';

const names: Record<StaffRole, TextKey> = {
  editor: 'admin.roleEditor',
  case_worker: 'admin.roleCaseWorker',
  finance: 'admin.roleFinance',
};

/** Roles in words: «redaktør, økonomi». */
export function roleNames(roles: readonly StaffRole[], t: Translate): string {
  return roles.map((role) => t(names[role])).join(', ');
}
