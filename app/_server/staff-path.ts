import { safePath } from './safe-path.ts';

/** Whether an address lies in the admin area, which has surroundings and sessions of its own. */
export function isStaffPath(path: string): boolean {
  return /^\/admin(?![^/?#])/.test(path);
}

/** Where to go after an employee's sign-in: a page of the admin area, and not one of signing in or out. */
export function staffNextPath(value: unknown): string {
  const path = safePath(value, '/admin');
  return isStaffPath(path) && !/^\/admin\/sign-(in|out)(?![\w-])/.test(path) ? path : '/admin';
}
