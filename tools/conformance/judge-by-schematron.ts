import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Judged } from './schematron-thread.ts';

const THREADS = 2;

/** Which rules of a schematron each document breaks, in the order they are ready: seconds for each, so that threads share them. */
export async function* judgeBySchematron(schematron: string, documents: readonly string[]): AsyncGenerator<Judged> {
  const waiting = documents.map((xml, index) => ({ xml, index }));
  const workers = Array.from({ length: THREADS }, () => {
    return new Worker(new URL('./schematron-thread.ts', import.meta.url), { workerData: { schematron } });
  });
  try {
    const asked = new Map<Worker, Promise<readonly [Worker, Judged]>>();
    const ask = (worker: Worker) => {
      const next = waiting.shift();
      if (next === undefined) {
        asked.delete(worker);
        return;
      }
      asked.set(worker, answerOf(worker));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(next);
    };
    for (const worker of workers) ask(worker);
    while (asked.size > 0) {
      const [worker, judged] = await Promise.race(asked.values());
      ask(worker);
      yield judged;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function answerOf(worker: Worker): Promise<readonly [Worker, Judged]> {
  const [judged] = (await once(worker, 'message')) as [Judged];
  return [worker, judged];
}
