import { newRegistry } from '@/lib/core/registry.ts';
import type { ProviderDriver } from '../provider-driver.ts';
import { driver as dibs } from './dibs.ts';
import { driver as flexwin } from './flexwin.ts';
import { driver as netaxept } from './netaxept.ts';
import { driver as nets } from './nets.ts';
import { driver as payex } from './payex.ts';
import { driver as vipps } from './vipps.ts';

/** One line per provider. */
export const drivers = newRegistry<ProviderDriver>('provider driver', [
  nets,
  payex,
  dibs,
  vipps,
  netaxept,
  flexwin,
]);
