import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { largestFile } from '@cordee/contract/file-limits';
import { Refusal } from '../refusal.ts';

/**
 * The bytes of an upload. What says that it is too large is refused before anything of it is read, what does not say so as soon as it is;
 * never is more than the largest file held. Refuses `file_too_large`.
 */
export async function receiveBytes(source: Readable, headers: IncomingHttpHeaders): Promise<Buffer> {
  if (Number(headers['content-length'] ?? 0) > largestFile) throw new Refusal('file_too_large');
  const pieces: Buffer[] = [];
  try {
    for await (const piece of source as AsyncIterable<Buffer>) pieces.push(piece);
  } catch (error) {
    // Whoever counts at the door knows no files.
    if (error instanceof Refusal && error.code === 'body_too_large') throw new Refusal('file_too_large');
    throw error;
  }
  return Buffer.concat(pieces);
}
