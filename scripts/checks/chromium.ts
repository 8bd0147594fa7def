import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step } from '../runtime/progress.ts';
import { StopMessage } from '../runtime/stop-message.ts';

/** The same engine without a window comes first: it starts in a third of the time. */
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * The Chromium that the browser tests drive: CHROMIUM_PATH, or one of the usual places, or Debian's package, which is
 * installed when we may. Throws StopMessage saying what to install otherwise.
 */
export async function ensureChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given))
    throw new StopMessage(`CHROMIUM_PATH is ${given}, but there is no such file.`);
  const found = given ?? places.find((place) => existsSync(place));
  if (found) return found;

  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) await step('installing Chromium (apt-get install)', async () => aptInstall());
  const installed = places.find((place) => existsSync(place));
  if (installed) return installed;
  throw new StopMessage(
    'The browser tests need Chromium. Install it and run npm test again:\n' +
      '  Debian, Ubuntu   sudo apt-get install -y chromium\n' +
      '  Fedora           sudo dnf install -y chromium\n' +
      '  macOS            install Google Chrome\n' +
      'or set CHROMIUM_PATH to the program of a Chromium that is somewhere else.',
  );
}

function aptInstall(): void {
  const options = {
    encoding: 'utf8' as const,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], options);
  const failures = ['chromium-headless-shell', 'chromium'].map((name) => {
    if (places.some((place) => existsSync(place))) return '';
    const result = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], options);
    return result.status === 0 ? '' : `${result.stdout}${result.stderr}`.split('\n').slice(-20).join('\n');
  });
  if (!places.some((place) => existsSync(place))) console.error(failures.join('\n'));
}
