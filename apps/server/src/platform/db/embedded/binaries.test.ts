import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstUnreachable } from './account.ts';
import { findPackage, laySymlinks, readyPackage } from './binaries.ts';

const NOBODY = { name: 'nobody', uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

let home = '';
let copy = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cordee-binaries-'));
  chmodSync(home, 0o755);
  copy = join(home, 'package');
  cpSync(join(findPackage(), 'native'), join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  for (const { target } of links(copy)) rmSync(join(copy, target), { force: true });
});

afterEach(() => {
  chmodSync(copy, 0o755);
  rmSync(home, { recursive: true, force: true });
});

function links(folder: string): { source: string; target: string }[] {
  return JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
}

function allResolve(folder: string): boolean {
  return links(folder).every(({ target }) => existsSync(join(folder, target)));
}

describe('laySymlinks', () => {
  it('lays what the package lists, again and again', () => {
    expect(allResolve(copy)).toBe(false);
    laySymlinks(copy);
    laySymlinks(copy);
    expect(allResolve(copy)).toBe(true);
    expect(execFileSync(join(copy, 'native', 'bin', 'postgres'), ['--version'], { encoding: 'utf8' })).toContain('PostgreSQL');
  });

  it('mends a link that leads nowhere', () => {
    const [first] = links(copy);
    if (first === undefined) return;
    symlinkSync('nowhere', join(copy, first.target));
    laySymlinks(copy);
    expect(allResolve(copy)).toBe(true);
    expect(lstatSync(join(copy, first.target)).isSymbolicLink()).toBe(true);
  });
});

describe.runIf(isRoot)('readyPackage, as root', () => {
  it('uses the package where it lies when the account can reach it', () => {
    expect(readyPackage(copy, '18.4.0', NOBODY, [join(home, 'cache')])).toBe(copy);
    expect(existsSync(join(home, 'cache'))).toBe(false);
  });

  it('makes one complete copy that the account can run, and mends it', () => {
    chmodSync(copy, 0o700);
    const cache = join(home, 'cache');
    const usable = readyPackage(copy, '18.4.0', NOBODY, [cache]);
    const program = join(usable, 'native', 'bin', 'postgres');
    expect(firstUnreachable(program, NOBODY)).toBe(null);
    const { uid, gid } = NOBODY;
    expect(execFileSync(program, ['--version'], { uid, gid, cwd: '/', encoding: 'utf8' })).toContain('PostgreSQL');
    const made = statSync(usable).ino;
    expect(readyPackage(copy, '18.4.0', NOBODY, [cache])).toBe(usable);
    expect(statSync(usable).ino).toBe(made);
    rmSync(join(usable, 'native', 'bin', 'initdb'));
    readyPackage(copy, '18.4.0', NOBODY, [cache]);
    expect(existsSync(join(usable, 'native', 'bin', 'initdb'))).toBe(true);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it('does not trust a copy somebody else could have written', () => {
    chmodSync(copy, 0o700);
    const open = join(home, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    expect(() => readyPackage(copy, '18.4.0', NOBODY, [open])).toThrow('does not run');
    expect(readdirSync(open)).toEqual([]);
  });
});
