import type { Clause } from '../charter.queries.ts';

export type Terms = Clause['terms'][number];

/** What people can say themselves falls due; other kinds come with clauses of the library. */
export const ownKinds = [
  'document',
  'payment',
  'meeting',
  'review',
  'training',
  'confidentiality',
  'non_compete',
  'other',
] as const;
export type OwnKind = (typeof ownKinds)[number];

/** A beginning for terms of a kind. */
export function blankTerms(kind: OwnKind, key: string): Terms {
  const title = { fr: '', en: '' };
  switch (kind) {
    case 'document':
      return { kind, key, by: 'partner', title, cadence: null };
    case 'payment':
      return { kind, key, by: 'company', cadence: { every: 1, pace: 'month' }, days: 30, reading: 'net' };
    case 'meeting':
    case 'review':
      return { kind, key, by: 'both', cadence: { every: 1, pace: 'quarter' } };
    case 'training':
      return { kind, key, by: 'partner', within: { count: 30, unit: 'day' }, cadence: null };
    case 'confidentiality':
      return { kind, key, by: 'both', months: 24 };
    case 'non_compete':
      return { kind, key, by: 'partner', months: 12 };
    case 'other':
      return { kind, key, by: 'partner', title, dueOn: '', cadence: null, proof: 'statement' };
    default:
      return kind satisfies never;
  }
}

export const repeats = ['once', 'month', 'quarter', 'half_year', 'year'] as const;
export type Repeat = (typeof repeats)[number];

/** How often, as people choose it; `other` for what was agreed on in another way. */
export function repeatOf(cadence: { readonly every: number; readonly pace: string } | null): Repeat | 'other' {
  if (cadence === null) return 'once';
  const months = (monthsOf.get(cadence.pace) ?? 0) * cadence.every;
  return inMonths.get(months) ?? 'other';
}

const monthsOf: ReadonlyMap<string, number> = new Map([
  ['month', 1],
  ['quarter', 3],
  ['half_year', 6],
  ['year', 12],
]);
const inMonths: ReadonlyMap<number, Repeat> = new Map([
  [1, 'month'],
  [3, 'quarter'],
  [6, 'half_year'],
  [12, 'year'],
]);
