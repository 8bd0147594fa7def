import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines } from './child.ts';
import { logsDir, root } from './paths.ts';
import { StopMessage } from './stop-message.ts';

/** Runs a Node program to its end, its output in a log file; throws StopMessage with the end of the log if it fails. */
export async function runTool(name: string, args: string[], env: Record<string, string>): Promise<void> {
  mkdirSync(logsDir, { recursive: true });
  const logFile = join(logsDir, `${name}.log`);
  const log = openSync(logFile, 'w');
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const kill = () => child.kill();
  process.once('exit', kill);
  const code = await new Promise((resolve) =>
    child.once('exit', (status, signal) => resolve(status ?? signal)),
  );
  process.off('exit', kill);
  if (code !== 0)
    throw new StopMessage(`${name} failed (${code}). The end of ${logFile}:\n\n${lastLines(logFile, 0, 40)}`);
}
