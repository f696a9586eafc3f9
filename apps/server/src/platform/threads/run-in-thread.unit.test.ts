import { threadId } from 'node:worker_threads';
import { expect, test } from 'vitest';
import type { Asked } from '../../../test/processes/answering-thread.ts';
import { DatabaseUnavailable } from '../db/index.ts';
import { runInThread, type ThreadOptions } from './run-in-thread.ts';

interface Answer {
  readonly threadId: number;
  readonly seq: bigint;
}

const file = new URL('../../../test/processes/answering-thread.ts', import.meta.url);
const ask = (asked: Asked, options?: ThreadOptions<number>) => runInThread<Answer, number>(file, asked, options);

test('the work is done in another thread, which tells how it comes along and is kept for the next', async () => {
  const news: number[] = [];
  const first = await ask('twice', { onNews: (number) => news.push(number) });
  expect(first.seq).toBe(7n);
  expect(first.threadId).not.toBe(threadId);
  expect(news).toEqual([1, 2]);
  expect((await ask('who')).threadId).toBe(first.threadId);
  // Who comes while it works gets another one.
  const [one, two] = await Promise.all([ask('who'), ask('who')]);
  expect(one.threadId).not.toBe(two.threadId);
  // What the first was told is not told to it again.
  expect(news).toEqual([1, 2]);
});

test('what breaks there breaks here, and nobody works in that thread any more', async () => {
  const { threadId: before } = await ask('who');
  await expect(ask('break')).rejects.toThrow('it broke');
  await expect(ask('lose the database')).rejects.toThrow(DatabaseUnavailable);
  await expect(ask('end')).rejects.toThrow('code 3');
  expect((await ask('who')).threadId).toBeGreaterThan(before);
});

test('work that is interrupted fails with the reason, and its thread is ended', async () => {
  const interruption = new AbortController();
  const reason = new Error('nobody asks any more');
  const never = ask('never', { signal: interruption.signal, onNews: () => interruption.abort(reason) });
  await expect(never).rejects.toBe(reason);
  await expect(ask('who', { signal: interruption.signal })).rejects.toBe(reason);
});
