import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

const SQLITE_BUSY = 5;

export interface FolderLock {
  release(): void;
}

/**
 * Waits for the exclusive lock on the file, up to `patienceMs`; null when it stays taken. The lock is the kernel's own
 * (SQLite takes it portably; Node has no call for it), so it ends with its process: there is no stale lock to judge.
 */
export async function lockFolder(file: string, patienceMs: number): Promise<FolderLock | null> {
  const deadline = Date.now() + patienceMs;
  const handle = new DatabaseSync(file, { timeout: 0 });
  chmodSync(file, 0o600);
  for (;;) {
    if (tryLock(handle)) return { release: () => handle.close() };
    if (Date.now() >= deadline) {
      handle.close();
      return null;
    }
    await wait(20);
  }
}

function tryLock(handle: DatabaseSync): boolean {
  try {
    handle.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false;
    handle.close();
    throw error;
  }
}
