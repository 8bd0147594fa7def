import { ansattporten } from './ansattporten/index.ts';
import type { SandboxOptions } from './app.ts';
import type { Party } from './context.ts';
import { dibs } from './dibs/index.ts';
import { flexwin } from './flexwin/index.ts';
import { idporten } from './idporten/index.ts';
import { mail } from './mail/index.ts';
import { netaxept } from './netaxept/index.ts';
import { nets } from './nets/index.ts';
import { payex } from './payex/index.ts';
import { register } from './register/index.ts';
import { vipps } from './vipps/index.ts';

/** The registry: one line per simulated party, in the order of the front page. */
export function createParties(options: SandboxOptions): Party[] {
  return [
    idporten(options.oidcClients ?? []),
    ansattporten(),
    register,
    nets,
    dibs,
    flexwin,
    payex,
    vipps,
    netaxept,
    mail(options.smtpPort, options.host),
  ];
}
