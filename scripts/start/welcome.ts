import { relative } from 'node:path';
import { testCards } from '../../sandbox/nets/cards.ts';
import { fullName, people } from '../../sandbox/register/people.ts';
import { logsDir, root } from '../runtime/paths.ts';
import { elapsed } from '../runtime/progress.ts';
import { mode, type Ports } from '../runtime/runtime-env.ts';
import { type Env, wantsSandbox } from './processes.ts';

/** Says where to go and as whom to sign in. */
export async function printWelcome(env: Env, ports: Ports, startedAt: number): Promise<void> {
  const lines = [`Kvitt is ready (${elapsed(startedAt)}).`, '', `  Open       ${env.PORTAL_URL}`];
  if (mode() === 'demo' && wantsSandbox(env, ports)) {
    const names = people.slice(0, 2).map(fullName);
    const card = testCards.find(({ outcome }) => outcome === 'success')?.pan.replace(/(.{4})(?=.)/g, '$1 ');
    lines.push(
      `  Sign in    choose ${names.join(' or ')} on the ID-porten page (all people are invented)`,
      `  Admin      ${env.PORTAL_URL}/admin   choose an employee on the Ansattporten page`,
      `  Pay        card ${card}, any later expiry date, any three-digit CVC`,
      `  Sandbox    ${env.SANDBOX_URL}   (ID-porten, registers, payment pages, e-mail: all simulated)`,
    );
  }
  lines.push(
    `  Logs       ${logsDir.startsWith(root) ? relative(root, logsDir) : logsDir}`,
    '  Stop       Ctrl-C',
  );
  console.log(`\n${lines.join('\n')}\n`);
}
