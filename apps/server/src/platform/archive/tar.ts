/** One file of a tar stream. `body` must be read to its end before the next entry is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly body: AsyncIterable<Buffer>;
}

/** The bytes are not a tar archive of plain files, or end in the middle of one. */
export class TarBroken extends Error {
  override readonly name = 'TarBroken';
}

const BLOCK = 512;
/** Two empty blocks end an archive (POSIX.1-1988, ustar). */
export const TAR_END = Buffer.alloc(2 * BLOCK);
const LARGEST_OCTAL = 8 ** 11 - 1;

/** The header of a plain file of `size` bytes, readable by its owner only. Names up to 99 ASCII characters, sizes up to 8 GiB. */
export function tarHeader(name: string, size: number, modifiedAt: number): Buffer {
  if (!/^[\x20-\x7e]{1,99}$/.test(name) || size > LARGEST_OCTAL) throw new Error(`cannot be put in a tar archive: ${name}`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 'ascii');
  header.write('0000600\0', 100, 'ascii');
  header.write('0000000\0', 108, 'ascii');
  header.write('0000000\0', 116, 'ascii');
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'ascii');
  header.write(
    `${Math.floor(modifiedAt / 1000)
      .toString(8)
      .padStart(11, '0')}\0`,
    136,
    'ascii',
  );
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'ascii');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return header;
}

/** Zeroes that fill the last block of a file of `size` bytes. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

/** The plain files of a tar stream in order. Throws TarBroken. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = byteReader(source);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) {
      await bytes.rest();
      return;
    }
    const { name, size } = parseHeader(header);
    let left = size;
    const body = (async function* read() {
      while (left > 0) {
        const chunk = await bytes.upTo(left);
        left -= chunk.length;
        yield chunk;
      }
    })();
    yield { name, size, body };
    if (left > 0) throw new Error('the entry before was not read to its end');
    await bytes.exactly(tarPadding(size).length);
  }
}

function parseHeader(header: Buffer): { name: string; size: number } {
  const sum = Number.parseInt(header.toString('ascii', 148, 156), 8);
  if (header.toString('ascii', 257, 262) !== 'ustar' || sum !== checksum(header)) throw new TarBroken('not a tar header');
  const type = header.toString('ascii', 156, 157);
  const size = Number.parseInt(header.toString('ascii', 124, 136), 8);
  if ((type !== '0' && type !== '\0') || !Number.isSafeInteger(size)) throw new TarBroken('not a plain file');
  return { name: header.toString('latin1', 0, 100).replace(/\0.*$/s, ''), size };
}

/** Sum of the header's bytes, its own field counted as spaces. */
function checksum(header: Buffer): number {
  let sum = 8 * 0x20;
  for (let index = 0; index < BLOCK; index += 1) {
    if (index < 148 || index >= 156) sum += header[index] ?? 0;
  }
  return sum;
}

interface ByteReader {
  exactly(size: number): Promise<Buffer>;
  /** At least one byte, at most `size`. */
  upTo(size: number): Promise<Buffer>;
  /** Reads and forgets all that is left. */
  rest(): Promise<void>;
}

function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let current: Buffer = Buffer.alloc(0);

  async function upTo(size: number): Promise<Buffer> {
    while (current.length === 0) {
      const next = await chunks.next();
      if (next.done === true) throw new TarBroken('ends too early');
      current = next.value;
    }
    const taken = current.subarray(0, size);
    current = current.subarray(taken.length);
    return taken;
  }

  return {
    upTo,
    async exactly(size) {
      const parts: Buffer[] = [];
      for (let left = size; left > 0;) {
        const part = await upTo(left);
        parts.push(part);
        left -= part.length;
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
    async rest() {
      while ((await chunks.next()).done !== true);
    },
  };
}
