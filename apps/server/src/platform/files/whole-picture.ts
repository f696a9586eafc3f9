import type { FileFault } from './file-fault.ts';
import { readPicture, type Picture } from './read-picture.ts';

/** What a picture may measure, each side times the other: a page scanned at 600 dpi has 35 million. */
const MOST_PIXELS = 50_000_000;

/** Null where the picture is whole, and nothing else hangs on to it. */
export function faultOfPicture(bytes: Buffer): FileFault | null {
  const picture = readPicture(bytes);
  if (picture === null || !isWhole[picture.type](bytes)) return 'damaged';
  return picture.width * picture.height > MOST_PIXELS ? 'too_many_pixels' : null;
}

const isWhole: Readonly<Record<Picture['type'], (bytes: Buffer) => boolean>> = {
  'image/png': isWholePng,
  'image/jpeg': (bytes) => bytes.length > 4 && bytes.readUInt16BE(bytes.length - 2) === 0xffd9,
  'image/webp': (bytes) => {
    const said = bytes.readUInt32LE(4) + 8;
    return said === bytes.length || said + 1 === bytes.length;
  },
};

/** Chunk by chunk to the end, which is the end of the file. */
function isWholePng(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    at += length + 12;
    if (type === 'IEND') return at === bytes.length;
  }
  return false;
}
