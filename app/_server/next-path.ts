import { safePath } from './safe-path.ts';

/** Where to go after signing in: a path of ours, and not one that only makes sense while signing in or out. */
export function nextPath(value: unknown): string {
  const path = safePath(value);
  return /^\/(sign-in|sign-out|signed-out|acting|step-up|api|frontchannel-logout)(?![\w-])/.test(path)
    ? '/'
    : path;
}
