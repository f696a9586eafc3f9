// Started by scratch.ts with a pipe as its input: the pipe ends when the starter dies, however it dies.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, looksLikePostgres } from './processes.ts';

const ROUNDS = 100;

const home = process.argv[2];
if (home === undefined) throw new Error('usage: scratch-watcher <folder>');

process.stdin.resume();
process.stdin.once('close', () => void clean(home));

/** What the dead process had started may still be filling the folder, hence the rounds. */
async function clean(folder: string): Promise<void> {
  for (let round = 0; round < ROUNDS && existsSync(folder); round += 1) {
    try {
      for (const pid of serversIn(folder)) process.kill(pid, 'SIGQUIT');
      if (serversIn(folder).length === 0) rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (round === ROUNDS - 1) throw error;
    }
    await wait(100);
  }
}

function serversIn(folder: string): number[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('postmaster.pid'))
    .map((name) => Number(readFileSync(join(folder, name), 'utf8').split('\n')[0]))
    .filter((pid) => pid > 0 && isAlive(pid) && looksLikePostgres(pid));
}
