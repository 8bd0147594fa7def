import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { WhatIsSeen } from '../journey.ts';

/** A message as it came over the wire. */
export interface RawMessage {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** One use case with what it is called with; everything is JSON, for it goes to another process. */
export type Deed =
  | { does: 'confirm-and-pay' | 'start-payment' | 'reopen' | 'withdraw'; actor: Actor; submissionId: string }
  | { does: 'sign'; actor: Actor; submissionId: string; seen: WhatIsSeen }
  | { does: 'verify'; attemptId: string }
  /** The payer's browser comes back, with what it brings. */
  | { does: 'return'; attemptId: string; message: Omit<RawMessage, 'url'> }
  | { does: 'receive'; message: RawMessage }
  | { does: 'operate'; operationId: string }
  | { does: 'register' }
  | { does: 'take-in-report'; staff: StaffActor; agreementId: string; csv: string }
  | { does: 'compare'; agreementId: string }
  /** Everything that waits in the queue, as a worker that dies with its jobs still locked. */
  | { does: 'jobs' };

/** What a process of its own is to do. */
export interface Order {
  deed: Deed;
  /** The instant that this process lives at, ISO 8601. */
  now: string;
  /** Where it writes the mails that it sends, one JSON document per line. */
  mailFile: string;
}
