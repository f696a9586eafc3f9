import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: Record<string, unknown>;
}

/** Somebody else's server: keeps what it is sent and answers as told. */
export interface Receiver {
  readonly host: string;
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** The answer to the next calls: a status, or a function of the call. */
  answer: (call: ReceivedCall) => { readonly status: number; readonly headers?: Record<string, string>; readonly text?: string };
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const call = { headers: request.headers, body, json: JSON.parse(body) as Record<string, unknown> };
      receiver.calls.push(call);
      const { status, headers = {}, text = '' } = receiver.answer(call);
      response.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const receiver: Receiver = {
    host,
    url: `http://${host}/hook`,
    calls: [],
    answer: () => ({ status: 204 }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return receiver;
}

export async function withReceiver<T>(test: (receiver: Receiver) => Promise<T>): Promise<T> {
  const receiver = await openReceiver();
  try {
    return await test(receiver);
  } finally {
    await receiver.close();
  }
}
