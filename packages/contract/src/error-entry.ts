import type { Bilingual } from './language.ts';

export interface ErrorEntry {
  readonly status: number;
  readonly title: Bilingual;
  /** What to do next. */
  readonly hint: Bilingual;
}
