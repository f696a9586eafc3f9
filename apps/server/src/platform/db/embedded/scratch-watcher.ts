// Started by scratch.ts with a pipe as its input: the pipe ends when the starter dies, however it dies.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive, looksLikePostgres } from './processes.ts';

const [home, cluster] = process.argv.slice(2);
if (home === undefined || cluster === undefined) throw new Error('usage: scratch-watcher <home> <cluster>');

process.stdin.resume();
process.stdin.once('close', () => void clean(home, cluster));

async function clean(scratchHome: string, scratchCluster: string): Promise<void> {
  const file = join(scratchCluster, 'postmaster.pid');
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (isAlive(pid) && looksLikePostgres(pid)) process.kill(pid, 'SIGQUIT');
    for (let round = 0; round < 200 && isAlive(pid); round += 1) await wait(50);
  }
  rmSync(scratchHome, { recursive: true, force: true, maxRetries: 5 });
}
