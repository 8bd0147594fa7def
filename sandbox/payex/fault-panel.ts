import type { Fault } from '../context.ts';
import { renderFaultPanel as renderPanel } from '../fault-panel.ts';
import type { Html } from '../html.ts';
import { payexFaults } from './faults.ts';
import { at, type Visit } from './frame.ts';

export interface WithFaults extends Visit {
  /** Active faults of this payment order. */
  faults: Fault[];
}

export function renderFaultPanel(visit: WithFaults): Html {
  return renderPanel({ faults: visit.faults, known: payexFaults, action: at(visit, '/faults') });
}
