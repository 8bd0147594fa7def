import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { answerWithStatus, followResponses } from './response-status.ts';

followResponses();
const server = createServer(async (request, response) => {
  await Promise.resolve();
  const status = Number(request.url?.slice(1));
  if (status) answerWithStatus(status);
  await new Promise((resolve) => setImmediate(resolve));
  response.end('drawn');
  answerWithStatus(500);
});
const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise((resolve) => server.close(resolve)));

test('the work of a request gives its own response a status, also when many are at work at once', async () => {
  await listening;
  const { port } = server.address() as AddressInfo;
  const wanted = [404, 0, 503, 0, 404, 500];
  const replies = await Promise.all(wanted.map((status) => fetch(`http://127.0.0.1:${port}/${status}`)));
  expect(replies.map(({ status }) => status)).toEqual([404, 200, 503, 200, 404, 500]);
  expect(await replies[0]?.text()).toBe('drawn');
});

test('outside a request it does nothing', () => {
  expect(() => answerWithStatus(404)).not.toThrow();
});
