import type { FileFault } from './file-fault.ts';

/** Signs no text has: what controls machines, but for tabs and ends of lines. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** How a text begins that browsers or shells would do something with. */
const ACTIVE = /^\s*(?:<(?:!doctype|!--|\?|[a-z])|#!|%!)/i;

/** The share of bytes beyond ASCII below which something that is no UTF-8 is still a text of an older writing. */
const RARELY = 0.3;

/** Null where the bytes are a text that nobody would run: in UTF-8, or as spreadsheets of the West still write it. */
export function faultOfText(bytes: Buffer): FileFault | null {
  const utf8 = decoded(bytes);
  const text = utf8 ?? bytes.toString('latin1');
  if (CONTROL.test(text)) return 'unknown_kind';
  if (utf8 === null && share(bytes) > RARELY) return 'unknown_kind';
  return ACTIVE.test(text.slice(0, 1000)) ? 'active' : null;
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function share(bytes: Buffer): number {
  let beyond = 0;
  for (const byte of bytes) if (byte > 0x7e) beyond += 1;
  return beyond / bytes.length;
}
