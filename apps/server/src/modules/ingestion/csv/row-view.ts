import type { Instant } from '@cordee/core/time';
import { decodeField } from './decode-field.ts';
import type { FileSettings } from './open-file.ts';
import { RowReject, type Style } from './read-values.ts';

/** What reading the rows of one file needs besides the rows. */
export interface FileContext {
  readonly settings: FileSettings;
  readonly customerKey: Buffer;
  readonly now: Instant;
  /** By `email …` and `id …`: the link code of a partner; null for one without. */
  readonly partnerCodes: ReadonlyMap<string, string | null>;
}

type Pick = (fields: readonly string[]) => string;

/** A reader of one column: its text, trimmed; empty when the file has no such column. */
export function column({ settings }: FileContext, name: string): Pick {
  const place = settings.places[name];
  if (place === undefined) return () => '';
  return (fields) => {
    const bytes = fields[place];
    if (bytes === undefined || bytes === '') return '';
    const text = isAscii(bytes) ? bytes : decodeField(bytes, settings.encoding);
    if (text === null) throw new RowReject('encoding', name, bytes);
    return isTrimmed(text) ? text : text.trim();
  };
}

// Both are nearly always true, and short loops are cheaper than asking the library about every field of every row.

function isAscii(bytes: string): boolean {
  let all = 0;
  for (let index = 0; index < bytes.length; index += 1) all |= bytes.charCodeAt(index);
  return all < 0x80;
}

function isTrimmed(text: string): boolean {
  const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
  return first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f;
}

/** The same, refusing a row without it. */
export function required(context: FileContext, name: string): Pick {
  const pick = column(context, name);
  return (fields) => {
    const text = pick(fields);
    if (text === '') throw new RowReject('missing', name, '');
    return text;
  };
}

/** Refuses a row that is not as wide as the header; empty cells behind its end are forgiven. */
export function checkWidth(fields: readonly string[], width: number): void {
  if (fields.length === width) return;
  if (fields.length > width && fields.slice(width).every((field) => field.trim() === '')) return;
  throw new RowReject('columns', '', String(fields.length));
}

const toleranceMs = 5 * 60_000;

export function mustBePast(at: Instant, now: Instant, field: string, text: string): Instant {
  if (at > now + toleranceMs) throw new RowReject('future', field, text);
  return at;
}

export function styleOf({ settings }: FileContext): Style {
  return settings.style;
}

/** The link code of the partner a row names by e-mail or external id; empty when it names none. */
export function partnerCode(context: FileContext): Pick {
  const email = column(context, 'partnerEmail');
  const externalId = column(context, 'partnerExternalId');
  return (fields) => {
    const id = externalId(fields);
    const address = email(fields);
    if (id === '' && address === '') return '';
    const code = context.partnerCodes.get(`id ${id}`) ?? context.partnerCodes.get(`email ${address.toLowerCase()}`);
    if (code !== undefined && code !== null) return code;
    const isKnown = context.partnerCodes.has(`id ${id}`) || context.partnerCodes.has(`email ${address.toLowerCase()}`);
    const field = address === '' ? 'partnerExternalId' : 'partnerEmail';
    throw new RowReject(isKnown ? 'partner_without_code' : 'unknown_partner', field, address === '' ? id : address);
  };
}
