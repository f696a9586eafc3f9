import { Agent, get, type IncomingMessage, type ServerResponse } from 'node:http';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { Database } from '../db/index.ts';
import { createApi } from './create-api.ts';

interface Held {
  readonly url: string;
  readonly response: ServerResponse;
}

/** A server whose fast path answers when told. */
async function holdingServer() {
  const held: Held[] = [];
  const arrivals = new EventTarget();
  const served = createApi({
    db: { query: async () => [] } as unknown as Database,
    log: pino({ level: 'silent' }),
    clock: Date.now,
    version: 'test',
    rates: { default: 0, track: 0, auth: 0 },
    authenticate: async () => null,
    ownOrigins: [],
    fastPath(request, response) {
      held.push({ url: request.url ?? '', response });
      arrivals.dispatchEvent(new Event('arrival'));
      return true;
    },
  });
  const port = await served.listen('127.0.0.1', 0);
  const arrived = async (count: number) => {
    while (held.length < count) await new Promise((resolve) => arrivals.addEventListener('arrival', resolve, { once: true }));
    return held[count - 1]?.response;
  };
  return { served, port, arrived };
}

function ask(port: number, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: '/r/anna', agent }, (answer) => answer.resume().once('end', () => resolve(answer))).once(
      'error',
      reject,
    );
  });
}

test('closing answers what is under way and hangs up, whatever the client would like to keep', async () => {
  const { served, port, arrived } = await holdingServer();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const asked = ask(port, agent);
  const response = await arrived(1);
  const closed = served.close();
  await vi.waitFor(() => expect(served.fastify.server.listening).toBe(false));
  response?.end('answered');
  expect((await asked).statusCode).toBe(200);
  // Long before the 72 seconds for which a connection is kept.
  await closed;
  agent.destroy();
});

test('while draining every answer is the last of its connection', async () => {
  const { served, port, arrived } = await holdingServer();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const closed = served.close(300);
  const asked = ask(port, agent);
  const response = await arrived(1);
  response?.end('answered');
  expect((await asked).headers.connection).toBe('close');
  await closed;
  agent.destroy();
});
