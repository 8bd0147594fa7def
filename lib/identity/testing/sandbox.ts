import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts the sandbox as a process of its own on free ports, for tests that go to ID-porten and the registers over HTTP. */
export function startSandbox(portalUrl: string): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['--enable-source-maps', '.build/sandbox.js'], {
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    env: { NODE_ENV: 'test', SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', PORTAL_URL: portalUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown) => {
      output += String(chunk);
      const url = /sandbox ready (\S+)/.exec(output)?.[1];
      if (url) resolve({ url, stop: () => child.kill('SIGTERM') });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`The sandbox did not start:\n${output}`)));
  });
}
