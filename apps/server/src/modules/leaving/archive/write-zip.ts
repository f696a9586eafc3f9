import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Zip, ZipDeflate } from 'fflate';
import type { ArchiveFile } from './sections.ts';

/** A file as the manifest lists it. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ZipWriter {
  /** Adds a file to the end. */
  add(file: ArchiveFile): Promise<ListedFile>;
  /** Ends the archive: its size and hash. */
  end(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Closes the file whatever came of it. */
  close(): Promise<void>;
}

/** Writes a ZIP to a file as it is made, so that memory does not grow with it. Only the system's user reads it. */
export async function openZip(path: string, modifiedAt: number): Promise<ZipWriter> {
  const handle: FileHandle = await open(path, 'w', 0o600);
  const whole = createHash('sha256');
  let bytes = 0;
  let made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    made.push(chunk);
  });
  const flush = async () => {
    const ready = made;
    made = [];
    for (const chunk of ready) {
      whole.update(chunk);
      bytes += chunk.length;
      await handle.write(chunk);
    }
  };
  return {
    async add({ name, chunks }) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = modifiedAt;
      zip.add(entry);
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of chunks) {
        const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        hash.update(part);
        size += part.length;
        entry.push(part);
        await flush();
      }
      entry.push(new Uint8Array(0), true);
      await flush();
      return { name, bytes: size, sha256: hash.digest('hex') };
    },
    async end() {
      zip.end();
      await flush();
      await handle.sync();
      return { bytes, sha256: whole.digest('hex') };
    },
    close: () => handle.close(),
  };
}
