import { normalizeCode } from '../codes/index.ts';

const MAX_LENGTH = 60;

/** A code or slug made of a name: `Éditions du Lac & fils` → `editions-du-lac-fils`; `fallback` when nothing usable is left. */
export function codeFromName(name: string, fallback: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return normalizeCode(words.slice(0, MAX_LENGTH).replace(/-+$/, '')) ?? fallback;
}

/** `code` itself when free, else the first free of `code-2`, `code-3`, … */
export function freeCode(code: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(code)) return code;
  const stem = code.slice(0, MAX_LENGTH - 4);
  let number = 2;
  while (isTaken(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}
