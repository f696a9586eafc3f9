import iconv from 'iconv-lite';

export type Encoding = 'auto' | 'utf-8' | 'windows-1252';

const BEYOND_ASCII = /[\x80-\xff]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The text behind a field read as bytes. `auto` takes UTF-8 where the bytes are UTF-8 and Windows-1252 where they are not, so a
 * file that mixes them reads well. null: not UTF-8 although the file was said to be.
 */
export function decodeField(bytes: string, encoding: Encoding): string | null {
  if (!BEYOND_ASCII.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  if (encoding === 'windows-1252') return iconv.decode(buffer, 'windows-1252');
  try {
    return utf8.decode(buffer);
  } catch {
    return encoding === 'utf-8' ? null : iconv.decode(buffer, 'windows-1252');
  }
}
