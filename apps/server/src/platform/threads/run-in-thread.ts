import { Worker, type Transferable } from 'node:worker_threads';
import { DatabaseUnavailable } from '../db/index.ts';
import type { Said } from './said.ts';

export interface ThreadOptions<News> {
  readonly onNews?: (news: News) => void;
  /** Parts of what is asked that are handed over instead of copied, such as ports. */
  readonly transfer?: readonly Transferable[];
  /**
   * Room for what is young, in MiB, where what a thread has by itself is too little: work over millions of rows makes much that is soon
   * forgotten, and with little room a quarter of its time goes into telling that from what is kept.
   */
  readonly youngMb?: number;
  /** Ends the thread in the middle of its work, which then fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How long a thread without work is kept: who tries something tries again, and a thread that has warmed up is twice as fast. */
const idleMs = 10_000;

interface Idle {
  readonly worker: Worker;
  /** Out of the idle ones, to work or because it has ended. */
  leave(): void;
}

const idle = new Map<string, Idle[]>();

/**
 * Has long work done in a thread of its own, so that this one answers others meanwhile. `file` calls `serveThread`. A thread that fails is
 * ended; one that ends by itself fails its work. Each is kept a moment for the next work of its kind, but keeps no process from ending.
 */
export async function runInThread<Result, News = never>(
  file: URL,
  asked: unknown,
  options: ThreadOptions<News> = {},
): Promise<Result> {
  const { youngMb } = options;
  const worker =
    takeIdle(file) ?? new Worker(file, youngMb === undefined ? {} : { resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
  try {
    const result = await ask<Result, News>(worker, asked, options);
    keep(file, worker);
    return result;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
}

function takeIdle(file: URL): Worker | undefined {
  const found = idle.get(file.href)?.at(-1);
  if (found === undefined) return undefined;
  found.leave();
  found.worker.ref();
  return found.worker;
}

function keep(file: URL, worker: Worker): void {
  const kept = idle.get(file.href) ?? [];
  idle.set(file.href, kept);
  const leave = () => {
    clearTimeout(ending);
    worker.off('exit', leave).off('error', leave);
    kept.splice(kept.indexOf(entry), 1);
  };
  const end = () => {
    leave();
    void worker.terminate();
  };
  const entry: Idle = { worker, leave };
  const ending = setTimeout(end, idleMs).unref();
  kept.push(entry);
  worker.on('exit', leave).on('error', leave).unref();
}

function ask<Result, News>(
  worker: Worker,
  asked: unknown,
  { onNews, transfer = [], signal }: ThreadOptions<News>,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const hear = (said: Said) => {
    if (said.kind === 'news') onNews?.(said.news as News);
    else if (said.kind === 'done') resolve(said.result as Result);
    else reject(errorFrom(said));
  };
  const interrupt = () => reject(signal?.reason);
  const ended = (code: number) => reject(new Error(`a thread ended with code ${code} before its work was done`));
  worker.on('message', hear).on('error', reject).on('exit', ended);
  signal?.addEventListener('abort', interrupt);
  if (signal?.aborted === true) interrupt();
  else worker.postMessage(asked, transfer);
  return promise.finally(() => {
    worker.off('message', hear).off('error', reject).off('exit', ended);
    signal?.removeEventListener('abort', interrupt);
  });
}

function errorFrom({ message, stack, isDatabaseAway }: Extract<Said, { kind: 'failed' }>): Error {
  const error = Object.assign(new Error(message), { stack });
  return isDatabaseAway ? new DatabaseUnavailable('nothing_kept', error) : error;
}
