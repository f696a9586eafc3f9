import type { DutyTerms } from '../../obligation/index.ts';
import type { CharterKind, ClauseKind, InBoth } from '../charter.ts';

/** The values of a clause: numbers and short words its text names in braces. */
export type ClauseValues = Readonly<Record<string, number | string>>;

/** A clause as it is offered: a starting point that counsel reviews, not advice. */
export interface LibraryClause {
  readonly key: string;
  readonly kind: ClauseKind;
  /** The charters it is offered for first; it may be taken into any. */
  readonly fits: readonly CharterKind[];
  readonly title: InBoth;
  readonly text: InBoth;
  readonly values: ClauseValues;
  /** What falls due with these values. */
  readonly termsOf: (values: ClauseValues) => readonly DutyTerms[];
}

/** What most clauses are: words that nothing falls due by. */
export const nothingDue = (): readonly DutyTerms[] => [];

/** A value that is a number; zero where people left it out. */
export function numberOf(values: ClauseValues, name: string): number {
  const value = values[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
