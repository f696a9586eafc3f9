import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';

/**
 * Notices a runner that cannot take jobs although the database answers: the library keeps the failure of its first look-up for
 * ever, so a connection lost in that moment leaves it blind until it is started anew.
 */
export interface StuckRunner {
  readonly events: WorkerEvents;
  /** Told whether the database answers at this moment; true when the runner has only failed for a while although it did. */
  readonly isStuck: (databaseAnswers: boolean) => boolean;
}

/** Looks for a job that fail while the database answers, before the runner is given up. */
const PATIENCE = 3;

export function watchRunner(): StuckRunner {
  const events: WorkerEvents = new EventEmitter();
  let failures = 0;
  /** Failures when the database was first heard to answer; null when it is not known to, or the runner works. */
  let before: number | null = null;
  const startAgain = () => {
    failures = 0;
    before = null;
  };
  events.on('worker:getJob:error', () => void (failures += 1));
  events.on('worker:getJob:empty', startAgain);
  events.on('job:start', startAgain);
  return {
    events,
    isStuck(databaseAnswers) {
      if (!databaseAnswers) before = null;
      else if (before === null) before = failures;
      else if (failures - before >= PATIENCE) {
        startAgain();
        return true;
      }
      return false;
    },
  };
}
