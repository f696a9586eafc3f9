import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './digest.ts';

/**
 * 32 bytes from which every key of this installation is derived: from `secret` when given, else from the file `secret` of the
 * data folder, made once with mode 0600. Losing it makes sealed secrets unreadable, so it belongs in the backup.
 */
export function readMasterKey(secret: string | undefined, dataFolder: string): Buffer {
  if (secret !== undefined) return sha256(secret);
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) makeOnce(file);
  const text = readFileSync(file, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} does not hold a secret of 64 hexadecimal digits`);
  return Buffer.from(text, 'hex');
}

// Linked whole or not at all: of two processes starting together, one wins and both read the same.
function makeOnce(file: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
