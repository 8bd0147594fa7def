import { readBoundedText } from '@/app/_server/bounded-body.ts';
import { assertNever } from '@/lib/core/assert-never.ts';
import { log } from '@/lib/core/log.ts';
import { app } from '@/lib/workflow/app.ts';
import { type Received, receiveMessage } from '@/lib/workflow/paying/receive-message.ts';

const maxBytes = 256 * 1024;

interface Params {
  params: Promise<{ provider: string; endpointToken: string }>;
}

/** The one door for every provider's messages. Answers 200 only when what the message told is in the books. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { provider, endpointToken } = await params;
  const body = await readBoundedText(request, maxBytes);
  if (body === undefined) return problem(413, 'The message is too large');
  const { url, headers } = request;
  const attemptId = new URL(url).searchParams.get('attempt');
  const received = await orRetry(
    receiveMessage(app(), provider, endpointToken, attemptId, { headers, body, url }),
  );
  switch (received) {
    case 'handled':
      return new Response(null, { status: 200 });
    case 'rejected':
      return problem(404, 'No such endpoint');
    case 'malformed':
      return problem(400, 'The message could not be read');
    case 'retry':
      return problem(503, 'Tell again later');
    default:
      return assertNever(received);
  }
}

/** What we could not take in is told again: nothing of it is lost by our own trouble. */
async function orRetry(received: Promise<Received>): Promise<Received> {
  try {
    return await received;
  } catch (error) {
    log.error({ err: error }, 'a message could not be taken in');
    return 'retry';
  }
}

function problem(status: number, title: string): Response {
  return Response.json(
    { type: 'about:blank', title, status },
    { status, headers: { 'content-type': 'application/problem+json', 'x-content-type-options': 'nosniff' } },
  );
}
