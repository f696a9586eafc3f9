import { zipSync, type Zippable } from 'fflate';
import { sha256 } from './crypto/index.ts';

/** A ZIP of these files with their SHA-256 beside them, as `sha256sum -c SHA256SUMS` reads it; the same files at the same time give the same bytes. */
export function summedZip(files: ReadonlyMap<string, Buffer>, modifiedAt: Date): Buffer {
  const sums = [...files].map(([name, bytes]) => `${sha256(bytes).toString('hex')}  ${name}\n`).join('');
  const all: Zippable = Object.fromEntries([...files, ['SHA256SUMS', Buffer.from(sums)]]);
  return Buffer.from(zipSync(all, { level: 6, mtime: modifiedAt }));
}
