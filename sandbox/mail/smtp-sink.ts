import { SMTPServer } from 'smtp-server';
import type { SandboxContext } from '../context.ts';
import type { Inbox } from './inbox.ts';

interface SinkOptions {
  /** 0 lets the OS choose. */
  port: number;
  host: string;
  inbox: Inbox;
  context: SandboxContext;
}

/** Starts an SMTP server without TLS; a user name and password are accepted, whatever they are. */
export async function startSmtpSink({ port, host, inbox, context }: SinkOptions) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: 30 * 1024 * 1024,
    closeTimeout: 100,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'sandbox' }),
    onConnect: (_session, callback) => {
      const fault = context.faults.peek('mail', 'smtp');
      if (fault === 'dead') context.faults.take('mail', 'smtp');
      callback(fault === 'dead' ? refusal(421, 'sandbox fault') : null);
    },
    onRcptTo: (address, _session, callback) => {
      const fault = context.faults.peek('mail', 'smtp', address.address);
      if (fault === 'reject') context.faults.take('mail', 'smtp', address.address);
      callback(fault === 'reject' ? refusal(451, 'sandbox fault: try again later') : null);
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', (error) => callback(error));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
        inbox.receive(Buffer.concat(chunks), envelope).then(
          (mail) => callback(null, `accepted ${mail.id}`),
          (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
        );
      });
    },
  });
  // A client that hangs up must not bring the sandbox down.
  server.on('error', (error) => context.log(`smtp: ${error.message}`));

  const listener = await new Promise<ReturnType<SMTPServer['listen']>>((resolve, reject) => {
    server.once('error', reject);
    const listening = server.listen(port, host, () => resolve(listening));
  });
  const address = listener.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
