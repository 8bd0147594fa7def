import { hasRole, type StaffActor, type StaffRole } from '@/lib/core/staff-actor.ts';
import type { TextKey } from '@/lib/texts/messages.ts';

interface Section {
  href: string;
  text: TextKey;
  /** Any of these opens it; absent means everybody. */
  roles?: readonly StaffRole[];
}

const sections: readonly Section[] = [
  { href: '/admin', text: 'admin.services' },
  { href: '/admin/submissions', text: 'admin.submissions', roles: ['case_worker'] },
  { href: '/admin/payments', text: 'admin.payments', roles: ['finance', 'case_worker'] },
  { href: '/admin/reconciliation', text: 'admin.reconciliation', roles: ['finance'] },
  { href: '/admin/agreements', text: 'admin.agreements', roles: ['finance', 'editor'] },
  { href: '/admin/alarms', text: 'admin.alarms' },
  { href: '/admin/log', text: 'admin.log' },
];

/** The parts of the admin area that an employee may open. */
export function staffSections(staff: StaffActor): readonly Section[] {
  return sections.filter(({ roles }) => !roles || hasRole(staff, ...roles));
}
