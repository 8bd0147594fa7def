import { newRegistry } from '@/lib/core/registry.ts';
import { dibs } from './dibs.ts';
import { flexwin } from './flexwin.ts';
import { netaxept } from './netaxept.ts';
import { nets } from './nets.ts';
import { payex } from './payex.ts';
import { vipps } from './vipps.ts';

/** One line per provider. */
export const providers = newRegistry('payment providers', [nets, payex, dibs, vipps, netaxept, flexwin]);
