import { inflateSync } from 'node:zlib';

/** What one part of a PDF may grow to, and all of them. */
const LARGEST_PART = 50_000_000;
const LARGEST_WHOLE = 200_000_000;

/** A packed part of a PDF: what is said of it, and what it unpacks to; empty where it cannot be unpacked. */
export interface Part {
  readonly said: string;
  readonly unpacked: Buffer;
}

/**
 * Unpacks the parts of a PDF that are packed as zlib does, one after the other, for `look` to see. False as soon as one of them, or all of
 * them, grow beyond reason: readers would not notice before it is too late.
 */
export function unpackParts(bytes: Buffer, look: (part: Part) => void = () => undefined): boolean {
  // Packed twice, its size shows only when it is too late.
  if (/\/Filter\s*\[[^\]]*\/Fl[^\]]*\/Fl/.test(bytes.toString('latin1'))) return false;
  let whole = 0;
  let from = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    const stop = bytes.indexOf('endstream', start);
    const end = stop < 0 ? bytes.length : stop;
    const said = bytes.subarray(Math.max(from, at - 4000), at).toString('latin1');
    from = end;
    // Only what begins as zlib does is unpacked.
    const unpacked = ((bytes[start] ?? 0) & 0x0f) === 8 ? inflated(bytes.subarray(start, end)) : NOTHING;
    if (unpacked === null) return false;
    whole += unpacked.length;
    if (whole > LARGEST_WHOLE) return false;
    look({ said: said.slice(Math.max(0, said.lastIndexOf(' obj'))), unpacked });
  }
  return true;
}

const NOTHING = Buffer.alloc(0);

/** Null where it grows beyond reason. */
function inflated(packed: Buffer): Buffer | null {
  try {
    // What ends too early is read as far as it goes.
    return inflateSync(packed, { maxOutputLength: LARGEST_PART, finishFlush: 2 });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : NOTHING;
  }
}
