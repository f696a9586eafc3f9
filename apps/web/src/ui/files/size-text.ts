import type { Language } from '@cordee/contract/language';

/** A size as people read it: `1.2 MB`, `1,2 Mo`. */
export function sizeText(bytes: number, language: Language): string {
  const [unit, divided] = bytes < 1_000_000 ? (['kilobyte', 1000] as const) : (['megabyte', 1_000_000] as const);
  const digits = divided === 1000 ? 0 : 1;
  const shown = Math.max(bytes / divided, divided === 1000 ? 1 : 0);
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(shown);
}
