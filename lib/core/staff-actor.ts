import { KvittError } from './errors.ts';

/** What an employee may do for the owner they work for. */
export const staffRoles = ['editor', 'case_worker', 'finance'] as const;
export type StaffRole = (typeof staffRoles)[number];

/**
 * An employee of a service owner, acting for that owner: signed in apart from the citizens, never one of them.
 * Every use case of the admin area takes one and looks only at what belongs to `ownerId`.
 */
export interface StaffActor {
  staffId: string;
  /** As the issuer of the sign-in gave it; shown in the record of what was done. */
  name: string;
  ownerId: string;
  roles: readonly StaffRole[];
}

export function hasRole(staff: StaffActor, ...roles: StaffRole[]): boolean {
  return roles.some((role) => staff.roles.includes(role));
}

/** @throws KvittError `forbidden` when the employee has none of the roles. */
export function requireRole(staff: StaffActor, ...roles: StaffRole[]): void {
  if (!hasRole(staff, ...roles))
    throw new KvittError('forbidden', `Wants one of the roles ${roles.join(', ')}`);
}
