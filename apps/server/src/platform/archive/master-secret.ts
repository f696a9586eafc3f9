import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hmacSha256, sha256 } from '../crypto/index.ts';
import { otherSecret } from './refusals.ts';
import type { Header } from './format.ts';
import type { ArchiveSecret } from './write-archive.ts';

/** Where an installation has its master key (see `platform/crypto`): given by the operator, or a file of the data folder. */
export interface SecretPlace {
  readonly operator: string | undefined;
  readonly dataFolder: string;
}

/** What an archive says of the master key, and whether it brings it: only one of the whole installation does. */
export function archivedSecret(place: SecretPlace, scope: Header['scope']['kind']): ArchiveSecret {
  const text = place.operator === undefined ? fileText(place.dataFolder) : null;
  return { text: scope === 'all' ? text : null, fingerprint: fingerprintAt(place) };
}

/** How the master key here is recognised without telling it; null when there is none yet. */
export function fingerprintAt(place: SecretPlace): string | null {
  if (place.operator !== undefined) return fingerprint(sha256(place.operator));
  const text = fileText(place.dataFolder);
  return text === null ? null : fingerprint(Buffer.from(text, 'hex'));
}

/** What is to be done about the master key before the rows are restored. Refuses with archive_other_secret. */
export function secretStep(header: Header, place: SecretPlace, withoutSecret: boolean): 'none' | 'write' | 'lost' {
  const here = fingerprintAt(place);
  if (header.secret.fingerprint === null || header.secret.fingerprint === here) return 'none';
  if (withoutSecret || header.scope.kind === 'workspace') return 'lost';
  if (header.secret.kept === 'operator') throw otherSecret('operator');
  if (place.operator !== undefined) throw otherSecret('archive');
  return 'write';
}

/** Puts the archive's master key in place; a former one, which sealed nothing in the empty database, is kept beside it. */
export function placeSecret(text: string, dataFolder: string, now: number): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, 'secret');
  if (existsSync(file)) renameSync(file, `${file}.before-restore-${now}`);
  writeFileSync(file, text, { mode: 0o600, flush: true });
}

function fileText(dataFolder: string): string | null {
  const file = join(dataFolder, 'secret');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

function fingerprint(key: Buffer): string {
  return hmacSha256(key, 'cordee master key fingerprint').toString('hex', 0, 16);
}
