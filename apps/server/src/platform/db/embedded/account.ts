import { execFileSync } from 'node:child_process';
import { existsSync, realpathSync, statSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { dirname } from 'node:path';
import { accountMissing } from './failures.ts';

/** The ordinary account PostgreSQL runs under when we ourselves are root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Null when we are not root: PostgreSQL then runs as ourselves. As root: the owner of an existing cluster, else the
 * account named by CORDEE_PG_USER, else `postgres`, else `nobody`.
 */
export function chooseAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(cluster)) {
    const owner = statSync(cluster);
    if (owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  }
  const named = process.env['CORDEE_PG_USER'];
  const candidates = named === undefined || named === '' ? ['postgres', 'nobody'] : [named];
  for (const name of candidates) {
    const account = lookUp(name);
    if (account !== null && account.uid !== 0) return account;
  }
  throw accountMissing(candidates.join(', '));
}

function lookUp(name: string): Account | null {
  try {
    return { name, uid: askId('-u', name), gid: askId('-g', name) };
  } catch {
    return null;
  }
}

function askId(flag: string, name: string): number {
  const text = execFileSync('id', [flag, '--', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const id = Number(text.trim());
  if (!Number.isInteger(id)) throw new Error(`id ${flag} ${name} answered ${text}`);
  return id;
}

/** The first folder on the way to `path` (itself included when it exists) the account may not enter, or null. */
export function firstUnreachable(path: string, account: Account): string | null {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const chain: string[] = [];
  for (let step = realpathSync(existing); ; step = dirname(step)) {
    chain.unshift(step);
    if (dirname(step) === step) break;
  }
  return chain.find((step) => !mayEnter(statSync(step), account)) ?? null;
}

function mayEnter(stat: Stats, account: Account): boolean {
  if (stat.uid === account.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === account.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
