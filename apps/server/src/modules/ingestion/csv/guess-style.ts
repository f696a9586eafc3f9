import type { ImportKind, ImportSettings } from '@cordee/contract/import';
import type { Language } from '@cordee/contract/language';
import { fileKinds } from './file-kinds.ts';
import type { ColumnPlaces } from './match-columns.ts';
import type { DateStyle, NumberStyle } from './read-values.ts';

const MARKS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** The character between columns: as said, or the one the header has most of outside quotes. */
export function guessDelimiter(headerLine: string, setting: ImportSettings['delimiter']): string {
  if (setting !== 'auto') return MARKS[setting];
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counts = Object.values(MARKS).map((mark) => ({ mark, count: bare.split(mark).length }));
  counts.sort((a, b) => b.count - a.count);
  return counts[0]?.mark ?? ',';
}

/** Values of the first rows, by what their fields hold. */
export function sampleOf(
  kind: ImportKind,
  places: ColumnPlaces,
  rows: readonly (readonly string[])[],
): Record<'amount' | 'date', string[]> {
  const sample: Record<'amount' | 'date', string[]> = { amount: [], date: [] };
  for (const { name, holds } of fileKinds[kind]) {
    const place = places[name];
    if (holds === undefined || place === undefined) continue;
    for (const row of rows) {
      const value = row[place]?.trim() ?? '';
      if (value !== '') sample[holds].push(value);
    }
  }
  return sample;
}

const COMMA_SURELY = /,\d{1,2}$|\.\d{3},|,\d{4,}$|\d[\s\u00a0\u202f]\d{3},/;
const DOT_SURELY = /\.\d{1,2}$|,\d{3}\.|\.\d{4,}$/;

/** The decimal mark: as said, or the one that some amount can only mean; files with semicolons come from where commas are decimal. */
export function guessNumbers(amounts: readonly string[], delimiter: string, setting: ImportSettings['numbers']): NumberStyle {
  if (setting !== 'auto') return setting;
  const commas = amounts.filter((text) => COMMA_SURELY.test(text)).length;
  const dots = amounts.filter((text) => DOT_SURELY.test(text)).length;
  if (commas !== dots) return commas > dots ? 'comma' : 'dot';
  return delimiter === ';' ? 'comma' : 'dot';
}

/** The order of days and months: as said, or what some date can only mean; in doubt as the reader writes them. */
export function guessDates(dates: readonly string[], language: Language, setting: ImportSettings['dates']): DateStyle {
  if (setting !== 'auto') return setting;
  const parts = dates.flatMap((text) => {
    const match = /^(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}/.exec(text);
    return match === null ? [] : [[Number(match[1]), Number(match[2])] as const];
  });
  if (parts.length === 0) return 'iso';
  if (parts.some(([first]) => first > 12)) return 'fr';
  if (parts.some(([, second]) => second > 12)) return 'en';
  return language;
}
