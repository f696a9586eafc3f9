import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';

/**
 * Notices a runner that cannot take jobs although the database answers: the library keeps the failure of its first look-up for
 * ever, so a connection lost in that moment leaves it blind until it is started anew.
 */
export interface StuckRunner {
  readonly events: WorkerEvents;
  /** Told each time the database has answered: true when the runner only failed since, twice in a row. */
  isStuck(): boolean;
}

export function watchRunner(): StuckRunner {
  const events: WorkerEvents = new EventEmitter();
  let failures = 0;
  let suspected = false;
  const works = () => {
    failures = 0;
    suspected = false;
  };
  events.on('worker:getJob:error', () => void (failures += 1));
  events.on('worker:getJob:empty', works);
  events.on('job:start', works);
  return {
    events,
    isStuck() {
      const stuck = suspected && failures > 0;
      suspected = failures > 0;
      failures = 0;
      return stuck;
    },
  };
}
