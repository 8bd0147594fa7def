import { describe, expect, it } from 'vitest';
import { isStaffPath, staffNextPath } from './staff-path.ts';

describe('the admin area', () => {
  it.each(['/admin', '/admin/', '/admin/payments?status=captured', '/admin?problem=role'])(
    'holds %s',
    (path) => {
      expect(isStaffPath(path)).toBe(true);
    },
  );

  it.each(['/', '/administration', '/admin-x', '/inbox', '/services/admin'])('does not hold %s', (path) => {
    expect(isStaffPath(path)).toBe(false);
  });
});

describe('where to go after signing in', () => {
  it('goes on inside the admin area', () => {
    expect(staffNextPath('/admin/payments?status=captured')).toBe('/admin/payments?status=captured');
  });

  it.each([
    undefined,
    'https://evil.example/admin',
    '//evil.example/admin',
    '/inbox',
    '/admin/sign-in?next=/admin',
    '/admin/sign-out',
    '/admin/../inbox',
  ])('goes to the overview instead of %s', (value) => {
    expect(staffNextPath(value)).toBe('/admin');
  });
});
