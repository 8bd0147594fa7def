import type pg from 'pg';
import type { SqlShape } from './database.ts';
import type { Visitor } from './visitor.ts';

/** What the cases need to know about the run. */
export interface Setting {
  /** Kari, signed in. */
  visitor: Visitor;
  client: pg.Client;
  concurrency: number;
  /** Requests per round where each can be sent once only. */
  perRound: number;
  /** Counts the portal's statements of one request and keeps them for the report. */
  countSql(id: string, work: () => Promise<void>): Promise<SqlShape>;
}
