import { currencyExponent } from '../money/index.ts';
import type { LocalDate } from '../time/index.ts';
import type { Entry, EntryLine } from './entry.ts';
import { oneLine, plainText } from './plain-text.ts';

/** The fields of the file, in their order (art. A47 A-1 LPF). */
export const fecFields = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

export type FecEncoding = 'utf-8' | 'iso-8859-15';
export type FecSeparator = 'tab' | 'pipe';

export interface FecForm {
  readonly encoding: FecEncoding;
  readonly separator: FecSeparator;
  /** When the month of a day was closed; null where it is not. */
  readonly validOn: (day: LocalDate) => LocalDate | null;
}

const separators = { tab: '\t', pipe: '|' } as const;

/** The first line. */
export function fecHead({ separator }: FecForm): string {
  return `${fecFields.join(separators[separator])}\r\n`;
}

/** What a text may hold that has to be looked at: all but what every alphabet here has, and what ends no field. */
const NEEDS_CARE = /[^ -{}~\u00A1-\u017F]|^ | $/;

/** The lines of an entry. */
export function fecLines(entry: Entry, form: FecForm): string {
  const between = separators[form.separator];
  const text = (value: string) => {
    if (form.encoding === 'utf-8' && !NEEDS_CARE.test(value)) return value;
    const plain = form.encoding === 'utf-8' ? oneLine(value) : plainText(value, 'iso-8859-15');
    return plain.replaceAll('|', '/');
  };
  const head = [text(entry.journal.code), text(entry.journal.name), entry.number, fecDay(entry.day)].join(between);
  const piece = [text(entry.pieceRef), fecDay(entry.pieceOn)].join(between);
  const valid = form.validOn(entry.day);
  const tail = ['', '', valid === null ? '' : fecDay(valid)].join(between);
  let lines = '';
  for (const line of entry.lines) {
    const { account, auxiliary, label, debit, credit } = line;
    const [number, name] = auxiliary === null ? ['', ''] : [text(auxiliary.number), text(auxiliary.name)];
    lines += head + between + account.number + between + text(account.name) + between + number + between + name + between;
    lines += piece + between + text(label) + between + decimals(debit, 2) + between + decimals(credit, 2) + between;
    lines += `${tail}${between}${original(line)}${between}${line.original?.currency ?? ''}\r\n`;
  }
  return lines;
}

function original({ original: from }: EntryLine): string {
  return from === null ? '' : decimals(from.amount, currencyExponent(from.currency) ?? 0);
}

/** `20261031` */
export function fecDay(day: LocalDate): string {
  return day.slice(0, 4) + day.slice(5, 7) + day.slice(8);
}

/** Minor units with so many decimals after `mark`. */
export function decimals(amount: bigint, places: number, mark = ','): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
  const sign = amount < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}${mark}${digits.slice(-places)}`;
}

/** The name the file must have: the SIREN and the last day it covers. */
export function fecFileName(siren: string, lastDay: LocalDate): string {
  return `${siren}FEC${fecDay(lastDay)}.txt`;
}
