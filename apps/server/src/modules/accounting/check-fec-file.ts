import { checkFec, type FecReport } from '@cordee/core/accounting';
import iconv from 'iconv-lite';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';

interface Reading {
  /** Unless said, UTF-8 if its beginning is, the old alphabet if not. */
  readonly encoding?: string | undefined;
  readonly onLine?: (count: number) => void;
}

const BEGINNING = 262_144;

/** Checks a file of accounting entries, of whatever origin and size. */
export async function checkFecFile(path: string, { encoding, onLine }: Reading = {}): Promise<FecReport> {
  const charset = encoding ?? (await encodingOf(path));
  const check = checkFec();
  const text = createReadStream(path).pipe(iconv.decodeStream(charset));
  let count = 0;
  for await (const line of createInterface({ input: text, crlfDelay: Infinity })) {
    check.line(line);
    count += 1;
    onLine?.(count);
  }
  return check.end();
}

async function encodingOf(path: string): Promise<'utf-8' | 'iso-8859-15'> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(BEGINNING) });
    // A character may be cut at the end of what was read.
    new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true });
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'iso-8859-15';
    throw error;
  } finally {
    await file.close();
  }
}
