import type { Party } from '../context.ts';
import { createInbox } from './inbox.ts';
import { createMailRouter } from './pages.ts';
import { startSmtpSink } from './smtp-sink.ts';

/** The SMTP sink with an inbox page: takes every mail and sends none on. */
export function mail(smtpPort: number, host = '127.0.0.1'): Party {
  let listeningPort = smtpPort;
  return {
    id: 'mail',
    title: 'E-post',
    faults: {
      smtp: {
        reject: 'avviser mottakeren midlertidig (451)',
        dead: 'bryter forbindelsen',
      },
    },
    links: { '': 'Innboksen: alle e-poster som er sendt' },
    smtpPort: () => listeningPort,
    async create(context) {
      const inbox = createInbox(context);
      const sink = await startSmtpSink({ port: smtpPort, host, inbox, context });
      listeningPort = sink.port;
      context.onClose(sink.close);
      return createMailRouter(inbox);
    },
  };
}
