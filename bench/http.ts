import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Sending {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  body?: string;
}

/** Connections are kept alive, as a browser and a reverse proxy keep theirs; there are as many as requests under way. */
const agent = new Agent({ keepAlive: true, maxSockets: 64, scheduling: 'fifo' });

/** One request; follows no redirect. Node's own client: of what is at hand it costs the measured machine the least. */
export function send(url: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    request.setTimeout(60_000, () => request.destroy(new Error(`No answer within 60 s: ${method} ${url}`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** Ends the kept connections, so that the process can end. */
export function hangUp(): void {
  agent.destroy();
}
