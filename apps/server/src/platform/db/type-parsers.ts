import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';

type Parser = (text: string) => unknown;

/** 'YYYY-MM-DD hh:mm:ss[.ffffff]+00' (sessions run in UTC with ISO dates), a year of more digits, or BC. */
const TIMESTAMP = /^(\d{4,6})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,6}))?\+00( BC)?$/;

/** Epoch milliseconds, microseconds cut off towards the past; infinity and -infinity are the numbers of that name. */
export function parseInstant(text: string): number {
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const match = TIMESTAMP.exec(text);
  if (match === null) throw new Error(`not an instant in UTC: ${text}`);
  const [, year, month, day, hour, minute, second, fraction = '', bc] = match;
  const date = new Date(0);
  date.setUTCFullYear(bc === undefined ? Number(year) : 1 - Number(year), Number(month) - 1, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second), Number(fraction.padEnd(3, '0').slice(0, 3)));
  return date.getTime();
}

const TEXT_ARRAY = 1009;
/** The driver types its type numbers as an enumeration that lacks the arrays. */
const driverParser = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;

function listOf(parse: Parser): Parser {
  const inner = (entry: unknown): unknown => {
    if (Array.isArray(entry)) return entry.map(inner);
    return typeof entry === 'string' ? parse(entry) : entry;
  };
  return (text) => inner(driverParser(TEXT_ARRAY)(text));
}

const asText: Parser = (text) => text;

/** By type number: int8, timestamptz, date, numeric and the arrays of them. */
const PARSERS: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  [20, BigInt],
  [1016, listOf(BigInt)],
  [1184, parseInstant],
  [1185, listOf(parseInstant)],
  [1082, asText],
  [1182, listOf(asText)],
  [1700, asText],
  [1231, listOf(asText)],
]);

/** Given to each pool of ours; the parsers of other pools in the process stay untouched. */
export const typeParsers: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : PARSERS.get(oid);
    return own ?? driverParser(oid, format);
  },
};
