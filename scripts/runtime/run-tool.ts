import { lastLines, rotateLog, startChild } from './child.ts';
import { signal } from './processes.ts';
import { StopMessage } from './stop-message.ts';

/** Runs a Node program to its end, its output in a log file; throws StopMessage with the end of the log if it fails. */
export async function runTool(name: string, args: string[], env: Record<string, string>): Promise<void> {
  rotateLog(name);
  const child = startChild({ name, args, env });
  const kill = () => signal(child.pid, 'SIGTERM', true);
  process.once('exit', kill);
  const how = await child.exited;
  process.off('exit', kill);
  if (how === 'exit code 0') return;
  throw new StopMessage(
    `${name} failed (${how}). The end of ${child.logFile}:\n\n${lastLines(child.logFile, 0, 60)}`,
  );
}
