import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { fjordvik, kystregisteret, merkestyret, type SeedOwner } from '../owners.ts';
import { alcoholTurnover } from './alcohol-turnover/definition.ts';
import { buildingPermit } from './building-permit/definition.ts';
import { chimneySweeping } from './chimney-sweeping/definition.ts';
import { fishingCard } from './fishing-card/definition.ts';
import { marketStall } from './market-stall/definition.ts';
import { premises } from './premises/definition.ts';
import { residentParking } from './resident-parking/definition.ts';
import { smallBoat } from './small-boat/definition.ts';
import { trademark } from './trademark/definition.ts';

export interface SeedService {
  ownerSlug: SeedOwner['slug'];
  definition: ServiceDefinition;
}

/** The demo's services, in the order of the catalogue. */
export const services: readonly SeedService[] = [
  { ownerSlug: merkestyret.slug, definition: trademark },
  { ownerSlug: fjordvik.slug, definition: alcoholTurnover },
  { ownerSlug: fjordvik.slug, definition: buildingPermit },
  { ownerSlug: fjordvik.slug, definition: chimneySweeping },
  { ownerSlug: fjordvik.slug, definition: premises },
  { ownerSlug: fjordvik.slug, definition: residentParking },
  { ownerSlug: fjordvik.slug, definition: marketStall },
  { ownerSlug: fjordvik.slug, definition: fishingCard },
  { ownerSlug: kystregisteret.slug, definition: smallBoat },
];
