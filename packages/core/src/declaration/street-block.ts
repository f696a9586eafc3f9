import { plainText } from '../accounting/index.ts';

/** Kinds of ways and how the tax office shortens them; general knowledge. */
const ways: Readonly<Record<string, string>> = {
  ALLEE: 'ALL',
  ALLEES: 'ALL',
  AVENUE: 'AV',
  AV: 'AV',
  BOULEVARD: 'BD',
  BD: 'BD',
  CHEMIN: 'CHE',
  COURS: 'CRS',
  IMPASSE: 'IMP',
  PLACE: 'PL',
  QUAI: 'QUAI',
  ROUTE: 'RTE',
  RUE: 'RUE',
  SQUARE: 'SQ',
};

const REPEATS: Readonly<Record<string, string>> = { BIS: 'B', TER: 'T', QUATER: 'Q' };

/** A street in 32 characters: number, repetition, kind of way, name; `complement` is the whole of it where it had to be cut. */
export function streetBlock(street: string): { readonly line: string; readonly complement: string } {
  const whole = plainText(street, 'iso-8859-1').replaceAll(/[.,]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const words = whole.split(' ');
  const number = /^\d{1,4}$/.test(words[0] ?? '') ? (words.shift() ?? '') : '';
  const bare = (word: string | undefined) => (word ?? '').normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();
  const repeat =
    number === '' ? undefined : (REPEATS[bare(words[0])] ?? (/^[A-Z]$/.test(bare(words[0])) ? bare(words[0]) : undefined));
  if (repeat !== undefined) words.shift();
  const way = words.length > 1 ? ways[bare(words[0])] : undefined;
  if (way !== undefined) words.shift();
  const name = words.join(' ');
  const line = `${number.padStart(4, '0')}${repeat ?? ' '} ${(way ?? '').padEnd(4, ' ')} ${name.slice(0, 21).padEnd(21, ' ')}`;
  return { line, complement: name.length > 21 ? whole : '' };
}
