import { beforeEach, describe, expect, it, vi } from 'vitest';
import { receiveMessage } from '@/lib/workflow/paying/receive-message.ts';
import { POST } from './route.ts';

vi.mock('@/lib/workflow/app.ts', () => ({ app: () => ({}) }));
vi.mock('@/lib/workflow/paying/receive-message.ts', () => ({ receiveMessage: vi.fn() }));

const received = vi.mocked(receiveMessage);
beforeEach(() => received.mockReset());

const url = 'http://localhost/api/webhooks/x/abc?attempt=7&key=secret';
const post = (body = '{}') =>
  POST(new Request(url, { method: 'POST', body }), {
    params: Promise.resolve({ provider: 'x', endpointToken: 'abc' }),
  });

describe('the door of providers’ messages', () => {
  it('hands on the address that a message came to: some carry their proof there', async () => {
    received.mockResolvedValue('handled');
    expect((await post()).status).toBe(200);
    expect(received).toHaveBeenCalledWith({}, 'x', 'abc', '7', {
      url,
      body: '{}',
      headers: expect.any(Headers),
    });
  });

  it.each([
    ['rejected', 404],
    ['malformed', 400],
    ['retry', 503],
  ] as const)('%s is answered %i, and tells nothing of the address', async (how, status) => {
    received.mockResolvedValue(how);
    const answer = await post();
    expect(answer.status).toBe(status);
    expect(await answer.text()).not.toContain('secret');
  });
});
