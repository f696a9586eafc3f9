import type { MessagePort } from 'node:worker_threads';
import type { ChainHeads } from '../follow-chains.ts';
import type { Checked, Step, StepChecks } from '../step-checks.store.ts';

type Asked = { readonly kind: 'check'; readonly step: Step } | { readonly kind: 'end'; readonly heads: ChainHeads };

/** Why the one side gave up: the other had, and knows better why. */
export class OtherSideGone extends Error {
  override readonly name = 'OtherSideGone';

  constructor() {
    super('the thread that checks has ended');
  }
}

/** Checks whose work is done behind `port`, by `serveChecks`. What a step holds is handed over, and must not be used any more. */
export function checksThroughPort(port: MessagePort): StepChecks {
  const gone = Promise.withResolvers<never>();
  // Heard of whenever it happens: between two questions, too.
  gone.promise.catch(() => undefined);
  port.on('close', () => gone.reject(new OtherSideGone()));
  const ask = <Answer>(asked: Asked, transfer: ArrayBuffer[]): Promise<Answer> => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    port.once('message', resolve);
    port.postMessage(asked, transfer);
    return Promise.race([promise, gone.promise]);
  };
  return {
    check: (step) => ask<undefined>({ kind: 'check', step }, [...step.facts, ...step.rows].map(bytesOf)),
    end: (heads) => ask<Checked>({ kind: 'end', heads }, []),
  };
}

function bytesOf({ buffer }: Uint8Array): ArrayBuffer {
  if (buffer instanceof ArrayBuffer) return buffer;
  throw new Error('shared bytes cannot be handed over');
}

/** Answers `checksThroughPort` until its side closes the port. */
export function serveChecks(port: MessagePort, checks: StepChecks): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const answer = async (asked: Asked): Promise<void> => {
    try {
      const answered = asked.kind === 'check' ? await checks.check(asked.step) : await checks.end(asked.heads);
      port.postMessage(answered);
    } catch (error) {
      reject(error);
    }
  };
  port.on('message', (asked: Asked) => void answer(asked)).on('close', resolve);
  return promise;
}
