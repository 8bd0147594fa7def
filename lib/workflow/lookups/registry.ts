import { newRegistry } from '@/lib/core/registry.ts';
import { organisation } from './organisation.ts';
import { person } from './person.ts';

/** One line per register; `lookup.source` of a field type names one. */
export const lookupSources = newRegistry('Lookup source', [person, organisation]);
