import type { Request, Response } from 'express';
import { type Operation, takeReplyFault } from './faults.ts';
import type { FaultScope } from './wire.ts';

/** Runs the work and sends what it made, or what the faults make of it. `work` changes the books and gives the sender. */
export async function withReplyFault(
  scope: FaultScope,
  operation: Operation,
  references: string[],
  request: Request,
  response: Response,
  work: () => () => void,
): Promise<void> {
  const { faults } = scope.context;
  const fault = takeReplyFault(scope, operation, references);
  switch (fault?.kind) {
    case 'dead':
    case 'lost-before-commit':
      return void request.socket.destroy();
    case '500':
      return void response.status(500).type('text').send('Internal Server Error');
    case '429':
      return void response.status(429).set('retry-after', '1').type('text').send('Too Many Requests');
    case 'slow-commit':
      await faults.sleep(fault.ms);
      break;
    case 'slow':
    case 'lost-after-commit':
    case undefined:
  }
  const send = work();
  if (fault?.kind === 'lost-after-commit') return void request.socket.destroy();
  if (fault?.kind === 'slow') await faults.sleep(fault.ms);
  if (!response.destroyed) send();
}
