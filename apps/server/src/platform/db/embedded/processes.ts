import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True while the process runs; a zombie (ended, not yet collected by its parent) does not run. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' && statField(pid, 0) !== 'Z';
  }
  return statField(pid, 0) !== 'Z';
}

/** A value that differs when a later process got the same number, where the system tells; otherwise an empty text. */
export function startMark(pid: number): string {
  return statField(pid, 19) ?? '';
}

/** True when the process is a PostgreSQL server or cannot be named. */
export function looksLikePostgres(pid: number): boolean {
  const name = nameOf(pid);
  return name === null || /postgres|postmaster/i.test(name);
}

function nameOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/comm`, 'utf8');
    if (process.platform === 'win32') return null;
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' });
  } catch {
    return null;
  }
}

/** Fields of /proc/<pid>/stat after the name, which may itself hold blanks and brackets: 0 is the state, 19 the start. */
function statField(pid: number, index: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[index];
  } catch {
    return undefined;
  }
}
