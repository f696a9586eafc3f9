import { parentPort } from 'node:worker_threads';
import { isConnectionLost } from '../db/index.ts';
import type { Said } from './said.ts';

/**
 * What the file of a thread calls: does what `runInThread` asks for, whenever it asks. What is given, told and returned is copied from one
 * thread to the other, so it must be plain data.
 */
export function serveThread(work: (asked: never, tell: (news: unknown) => void) => Promise<unknown>): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is the start of a thread');
  const say = (said: Said) => port.postMessage(said);
  const answer = async (asked: never): Promise<void> => {
    try {
      say({ kind: 'done', result: await work(asked, (news) => say({ kind: 'news', news })) });
    } catch (error) {
      say(failure(error));
    }
  };
  port.on('message', (asked: unknown) => void answer(asked as never));
}

function failure(error: unknown): Said {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', message, stack, isDatabaseAway: isConnectionLost(error) };
}
