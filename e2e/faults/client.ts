import { request as httpRequest } from 'node:http';

export interface Reply {
  /** 0: no answer came (refused, reset, cut off, or none in time). */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly ms: number;
}

export interface Call {
  readonly key?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

export const PATIENCE_MS = 10_000;

/** One request on a connection of its own; never rejects. `hung` in the text: no answer within the time. */
export function call(origin: string, method: string, path: string, options: Call = {}): Promise<Reply> {
  const { key, body, headers = {}, timeoutMs = PATIENCE_MS } = options;
  const started = performance.now();
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const end = (status: number, text: string, answered: Reply['headers'] = {}) => {
      clearTimeout(timer);
      resolve({ status, headers: answered, text, ms: performance.now() - started });
    };
    const asking = httpRequest(
      {
        host: hostname,
        port,
        method,
        path,
        agent: false,
        headers: {
          ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          ...(payload === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
          ...headers,
        },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (text += chunk));
        answer.once('end', () => end(answer.statusCode ?? 0, text, answer.headers));
        answer.once('error', (error) => end(0, error.message));
        answer.once('close', () => end(0, 'cut off'));
      },
    );
    const timer = setTimeout(() => {
      asking.destroy();
      end(0, `hung for ${timeoutMs} ms`);
    }, timeoutMs);
    asking.once('error', (error) => end(0, error.message));
    asking.end(payload);
  });
}

export function jsonOf(reply: Reply): Record<string, unknown> {
  return JSON.parse(reply.text) as Record<string, unknown>;
}

/** A call that must succeed. */
export async function done(
  origin: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const reply = await call(origin, method, path, { key, ...(body === undefined ? {} : { body }) });
  if (reply.status < 200 || reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
  return jsonOf(reply);
}
