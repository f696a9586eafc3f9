import type { FileHandle } from 'node:fs/promises';

/** One record of a file. */
export interface ScannedRow {
  /** Bytes as characters: each is one byte of the file; see `decodeField`. */
  readonly fields: readonly string[];
  /** Of its first line, counted from 1. */
  readonly line: number;
  readonly raw: string;
  /** A quote that never closes: the row is what its first line holds. */
  readonly broken: boolean;
}

export interface RowScanner {
  /** The next record; null at the end of the file. */
  next(): ScannedRow | null;
  /** Reads more of the file when the records at hand run out; false when there is nothing more. */
  fill(): Promise<boolean>;
  /** Where the record after the last one returned begins, in bytes, and its line. */
  readonly position: number;
  readonly line: number;
}

const BLOCK = 64 * 1024;
/** A quoted record longer than this has most likely lost its closing quote. */
const LONGEST = 64 * 1024;

/**
 * Reads records as RFC 4180 describes them from a byte of a file on, in constant memory. Bytes stay bytes (latin1), so that a
 * record's place in the file is known exactly and an import can go on from it: delimiters, quotes and line ends are single
 * bytes in UTF-8 and Windows-1252 alike. Quotes inside a bare field are kept as they are.
 */
export function openScanner(file: FileHandle, delimiter: string, start: { position: number; line: number }): RowScanner {
  let text = '';
  let offset = 0;
  let base = start.position;
  let readTo = start.position;
  let atEnd = false;
  let line = start.line;
  const mark = delimiter.charCodeAt(0);
  const block = Buffer.allocUnsafe(BLOCK);

  async function fill(): Promise<boolean> {
    if (atEnd) return false;
    const { bytesRead } = await file.read(block, 0, BLOCK, readTo);
    atEnd = bytesRead === 0;
    base += offset;
    text = text.slice(offset) + block.toString('latin1', 0, bytesRead);
    offset = 0;
    readTo += bytesRead;
    return true;
  }

  function next(): ScannedRow | null {
    while (offset < text.length) {
      const fields: string[] = [];
      const stop = readBare(text, offset, mark, fields);
      if (stop === AT_QUOTE) {
        const quoted = scanQuoted(text, offset, mark, atEnd);
        if (quoted === 'more' && text.length - offset < LONGEST && !atEnd) return null;
        return quoted === 'more' || quoted.end - offset > LONGEST ? advanceBroken() : advanceQuoted(quoted);
      }
      if (stop === text.length && !atEnd) return null;
      // A blank line is no record.
      const isBlank = fields.length === 1 && fields[0] === '';
      const row = advance(stop, fields, false);
      if (!isBlank) return row;
    }
    return null;
  }

  /** Over the line that ends at `stop`. */
  function advance(stop: number, fields: readonly string[], broken: boolean): ScannedRow {
    const row = { fields, line, raw: withoutReturn(text, offset, stop), broken };
    offset = Math.min(stop + 1, text.length);
    line += 1;
    return row;
  }

  function advanceBroken(): ScannedRow | null {
    const end = text.indexOf('\n', offset);
    if (end === -1 && !atEnd) return null;
    const stop = end === -1 ? text.length : end;
    return advance(stop, withoutReturn(text, offset, stop).split(delimiter), true);
  }

  function advanceQuoted({ fields, end, lines }: Quoted): ScannedRow {
    const raw = text.slice(offset, end).replace(/\r?\n$/, '');
    const at = line;
    offset = end;
    line += lines;
    return { fields, line: at, raw, broken: false };
  }

  return {
    fill,
    next,
    get position() {
      return base + offset;
    },
    get line() {
      return line;
    },
  };
}

const AT_QUOTE = -1;

/** Cuts a line without quotes into fields; returns where it ends, or that there is a quote in it. */
function readBare(text: string, start: number, mark: number, fields: string[]): number {
  let from = start;
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark) {
      fields.push(text.slice(from, at));
      from = at + 1;
    } else if (code === 10) break;
    else if (code === 34) return AT_QUOTE;
  }
  fields.push(withoutReturn(text, from, at));
  return at;
}

interface Quoted {
  readonly fields: string[];
  /** Behind the line end. */
  readonly end: number;
  readonly lines: number;
}

/** A record with quotes from `start` on; `more` when the text ends within it. */
function scanQuoted(text: string, start: number, mark: number, atEnd: boolean): Quoted | 'more' {
  const fields: string[] = [];
  let at = start;
  let lines = 1;
  for (;;) {
    if (text.charCodeAt(at) === 34) {
      const close = closingQuote(text, at + 1);
      if (close === -1) return 'more';
      const inside = text.slice(at + 1, close);
      lines += newlinesIn(inside);
      // What stands between the closing quote and the delimiter is kept: better than losing it.
      const stop = fieldEnd(text, close + 1, mark);
      fields.push((inside.includes('""') ? inside.replaceAll('""', '"') : inside) + withoutReturn(text, close + 1, stop));
      at = stop;
    } else {
      const stop = fieldEnd(text, at, mark);
      fields.push(withoutReturn(text, at, stop));
      at = stop;
    }
    if (at >= text.length) return atEnd ? { fields, end: at, lines } : 'more';
    if (text.charCodeAt(at) === 10) return { fields, end: at + 1, lines };
    at += 1;
  }
}

function closingQuote(text: string, from: number): number {
  let close = text.indexOf('"', from);
  while (close !== -1 && text.charCodeAt(close + 1) === 34) close = text.indexOf('"', close + 2);
  return close;
}

function fieldEnd(text: string, from: number, mark: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === mark || code === 10) return at;
  }
  return text.length;
}

function withoutReturn(text: string, from: number, to: number): string {
  return text.slice(from, to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to);
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
