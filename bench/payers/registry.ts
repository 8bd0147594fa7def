import { payer as dibs } from './dibs.ts';
import { payer as flexwin } from './flexwin.ts';
import { payer as netaxept } from './netaxept.ts';
import { payer as nets } from './nets.ts';
import type { Payer } from './payer.ts';
import { payer as payex } from './payex.ts';
import { payer as vipps } from './vipps.ts';

/** One line per provider that the portal has; a test asks for it. */
export const payers: Readonly<Record<string, Payer>> = { dibs, flexwin, netaxept, nets, payex, vipps };
