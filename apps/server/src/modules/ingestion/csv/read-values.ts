import { normalizeCode } from '@cordee/core/codes';
import { decodeId } from '@cordee/core/ids';
import { currencyExponent, isCurrency, parseAmount } from '@cordee/core/money';
import { offsetAt, parseInstant, type Instant } from '@cordee/core/time';
import type { RejectCode } from './rejects.ts';

export type DateStyle = 'iso' | 'fr' | 'en';
export type NumberStyle = 'dot' | 'comma';

/** A value that cannot be read: the row is rejected with it. */
export class RowReject extends Error {
  override readonly name = 'RowReject';
  readonly code: RejectCode;
  readonly field: string;
  readonly value: string;

  constructor(code: RejectCode, field: string, value: string) {
    super(code);
    this.code = code;
    this.field = field;
    this.value = value;
  }
}

/** How the values of a file are written, settled once for the whole of it. */
export interface Style {
  readonly numbers: NumberStyle;
  readonly dates: DateStyle;
  readonly amounts: 'major' | 'minor';
  readonly zone: string;
  readonly currency: string;
}

const PLAIN_AMOUNT = /^\d{1,12}(?:[.,]\d{1,2})?$/;
const INTEGER = /^\d{1,16}$/;

/** Minor units, at least zero. */
export function readAmount(text: string, currency: string, style: Style, field: string): number {
  const minor = style.amounts === 'minor' ? wholeNumber(text) : majorAmount(text, currency, style.numbers);
  if (minor === null) throw new RowReject('amount', field, text);
  if (minor < 0) throw new RowReject('negative_amount', field, text);
  if (!Number.isSafeInteger(minor)) throw new RowReject('amount_too_large', field, text);
  return minor;
}

function wholeNumber(text: string): number | null {
  return INTEGER.test(text) ? Number(text) : null;
}

// The usual form, digits with up to two decimals, is read without the grammar of all the others.
function majorAmount(text: string, currency: string, numbers: NumberStyle): number | null {
  if (currencyExponent(currency) === 2 && PLAIN_AMOUNT.test(text)) {
    const mark = text.length - 3;
    const at = text.charCodeAt(mark);
    const decimal = numbers === 'dot' ? 46 : 44;
    if (at === decimal) return Number(text.slice(0, mark) + text.slice(mark + 1));
    if (!text.includes('.') && !text.includes(',')) return Number(`${text}00`);
  }
  const minor = parseAmount(withoutSign(text), currency, numbers);
  return minor === null ? null : Number(minor);
}

function withoutSign(text: string): string {
  return text.replace(/^(?:[€$£]|EUR|USD|GBP|CHF)\s*|\s*(?:[€$£]|EUR|USD|GBP|CHF)$/g, '');
}

export function readCurrency(text: string, field = 'currency'): string {
  if (isCurrency(text)) return text;
  const upper = text.toUpperCase();
  if (isCurrency(upper)) return upper;
  throw new RowReject('currency', field, text);
}

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2})[:h](\d{2})(?::(\d{2}))?)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;
const cache = new Map<string, Instant>();
const CACHED = 20_000;

/** An instant: with an offset as it says, without one on the wall clock of the workspace; a date alone is its midnight. */
export function readInstant(text: string, style: Style, field: string): Instant {
  const exact = parseInstant(text);
  if (exact !== null) return exact;
  const key = `${style.zone} ${style.dates} ${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const at = localInstant(text, style);
  if (at === null) throw new RowReject('date', field, text);
  if (cache.size >= CACHED) cache.clear();
  cache.set(key, at);
  return at;
}

function localInstant(text: string, { dates, zone }: Style): Instant | null {
  const iso = YEAR_FIRST.exec(text);
  const other = iso === null ? DAY_FIRST.exec(text) : null;
  const [, first = '', second = '', third = '', hour = '0', minute = '0', seconds = '0'] = iso ?? other ?? [];
  if (first === '') return null;
  if (iso === null && dates === 'iso') return null;
  const [year, month, day] =
    iso === null ? [third, dates === 'fr' ? second : first, dates === 'fr' ? first : second] : [first, second, third];
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(seconds));
  const date = new Date(wall);
  // Day 31 of a month of 30 is not the first of the next.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day) || date.getUTCHours() !== Number(hour))
    return null;
  return wall - offsetAt(wall - offsetAt(wall, zone), zone);
}

const CONTROL = /[\p{Cc}\p{Cs}]/u;

/** An id or a name as the tracking API takes them. */
export function readText(text: string, max: number, field: string): string {
  if (text === '') return text;
  if (text.length > max) throw new RowReject('too_long', field, text.slice(0, 200));
  if (CONTROL.test(text)) throw new RowReject('control_characters', field, text.slice(0, 200));
  return text;
}

export function readInteger(text: string, max: number, field: string): number {
  const value = /^\d{1,9}(?:[.,]0+)?$/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  if (value >= 1 && value <= max) return value;
  throw new RowReject('integer', field, text);
}

export function readCountry(text: string, field = 'country'): string {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}$/.test(code)) return code;
  throw new RowReject('country', field, text);
}

const EMAIL = /^[^\s@,;<>()"]{1,64}@[^\s@,;<>()"]{1,255}\.[^\s@,;<>()".]{2,63}$/;

export function readEmail(text: string, field = 'email'): string {
  if (text.length <= 320 && EMAIL.test(text)) return text;
  throw new RowReject('email', field, text);
}

const codes = new Map<string, string>();

/** A code or coupon in its canonical form. Few of them stand in many rows. */
export function readCode(text: string, field: string): string {
  const known = codes.get(text);
  if (known !== undefined) return known;
  const code = normalizeCode(text);
  if (code === null) throw new RowReject('code', field, text);
  if (codes.size >= CACHED) codes.clear();
  codes.set(text, code);
  return code;
}

export function readClickId(text: string, field = 'clickId'): string {
  const uuid = decodeId('clk', text);
  if (uuid === null) throw new RowReject('click_id', field, text);
  return uuid;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readUuid(text: string, field: string): string {
  const uuid = text.toLowerCase();
  if (UUID.test(uuid)) return uuid;
  throw new RowReject('uuid', field, text);
}
