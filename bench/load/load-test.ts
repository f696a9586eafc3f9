import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** In `path` and `body`, `{n}` is replaced by the number of the request, 1 and up, and `{n%50}` by what it leaves divided by 50. */
export interface LoadOptions {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly seconds: number;
  /** Loaded and thrown away before the measure begins; half a second unless said. */
  readonly warmUpSeconds?: number;
  /** Requests fall due at this rate whatever the answers; left out: each connection asks again once answered. */
  readonly ratePerSecond?: number;
  readonly host?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly requests: number;
  /** Connections that broke, and answers nobody asked for. */
  readonly errors: number;
  /** Requests of a rated run without an answer at its end; their latency until then is counted. */
  readonly unanswered: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds. Under a rate they run from the instant a request fell due, so that waiting for a connection counts. */
  readonly latencies: {
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly p999: number;
    readonly max: number;
  };
}

/** Loads a local HTTP server from a process of its own, over bare sockets, so that making requests costs little beside answering them. */
export function loadTest(options: LoadOptions): Promise<LoadResult> {
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)), [JSON.stringify(options)]);
  return new Promise((resolve, reject) => {
    let result: LoadResult | undefined;
    child.once('message', (message) => {
      result = message as LoadResult;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (result === undefined) reject(new Error(`the load generator ended with code ${code}`));
      else resolve(result);
    });
  });
}
