import { StopMessage } from '../runtime/stop-message.ts';
import { ensureChromium } from './chromium.ts';
import { runPlaywright } from './playwright.ts';
import { runChecks, type Tally } from './run-checks.ts';
import { runVitest } from './vitest.ts';

/** What `npm test` does once the packages are there. Ends the process. */
export async function main(args: string[]): Promise<never> {
  if (args.includes('--all')) process.env.KVITT_LONG = '1';
  const tallies: Tally[] = [];
  try {
    const chromium = await ensureChromium();
    tallies.push(await runChecks());
    tallies.push(await runVitest([]));
    tallies.push(await runPlaywright(chromium));
  } catch (error) {
    tallies.push({ passed: 0, failed: 1 });
    console.error(error instanceof StopMessage ? error.message : error);
  }
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  const failures = tallies.flatMap((tally) => tally.failures ?? []);
  if (failures.length > 0) console.log(`Failed: ${failures.join(', ')}`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
