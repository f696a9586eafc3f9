import type { CharterKind, Clause } from '../charter.ts';
import { clauseKinds } from '../charter.ts';
import { frameClauses } from './frame-clauses.ts';
import type { ClauseValues, LibraryClause } from './library-clause.ts';
import { lifeClauses } from './life-clauses.ts';
import { protectionClauses } from './protection-clauses.ts';
import { workClauses } from './work-clauses.ts';

/** All clauses that are offered, in the order in which charters are written. */
export const clauseLibrary: readonly LibraryClause[] = [
  ...frameClauses,
  ...workClauses,
  ...protectionClauses,
  ...lifeClauses,
].toSorted((left, right) => clauseKinds.indexOf(left.kind) - clauseKinds.indexOf(right.kind));

const byKey = new Map(clauseLibrary.map((clause) => [clause.key, clause]));

/** The clause of this key, or null when the library has none. */
export function libraryClause(key: string): LibraryClause | null {
  return byKey.get(key) ?? null;
}

/** A clause of the library as one of a charter, with other values where some are given. */
export function takeClause({ key, kind, title, text, values: usual, termsOf }: LibraryClause, values: ClauseValues = {}): Clause {
  const taken = { ...usual, ...values };
  return { key, kind, from: key, title, text, values: taken, terms: termsOf(taken) };
}

/** The clause with other values, and what then falls due. */
export function withValues(clause: Clause, values: ClauseValues): Clause {
  const entry = clause.from === null ? null : libraryClause(clause.from);
  const next = { ...clause.values, ...values };
  return { ...clause, values: next, terms: entry === null ? clause.terms : entry.termsOf(next) };
}

/** Which clauses a charter of each kind begins with. */
const presets: Readonly<Record<CharterKind, readonly string[]>> = {
  affiliate: ['object_affiliate', 'no_exclusivity', 'remuneration', 'self_billing', 'brand', 'own_data', 'integrity'],
  introducer: [
    'object_introducer',
    'no_exclusivity',
    'remuneration',
    'self_billing',
    'lead_life',
    'own_data',
    'vigilance',
    'integrity',
  ],
  reseller: ['object_reseller', 'no_exclusivity', 'remuneration', 'lead_life', 'training', 'brand', 'own_data', 'integrity'],
  supplier: ['object_supplier', 'payment_30', 'quality', 'work_results', 'own_data', 'vigilance', 'integrity'],
  subcontractor: ['object_subcontractor', 'payment_30', 'quality', 'work_results', 'processor', 'vigilance', 'integrity'],
  client: ['object_client', 'payment_30', 'work_results', 'own_data', 'integrity'],
};

const inAll = [
  'capacity',
  'intent',
  'definitions',
  'roles',
  'meetings',
  'objectives',
  'confidentiality',
  'liability_cap',
  'fixed_term',
  'yearly_review',
  'amendment',
  'termination_breach',
  'termination_notice',
  'change_of_control',
  'exit_plan',
  'hardship',
  'force_majeure',
  'escalation',
  'mediation',
  'french_law',
  'two_languages',
  'signature',
];

const independent: ReadonlySet<CharterKind> = new Set(['affiliate', 'introducer', 'reseller', 'subcontractor']);

/** The clauses a charter of this kind begins with, in the order of the library. */
export function presetClauses(kind: CharterKind): Clause[] {
  const chosen = new Set([...inAll, ...presets[kind], ...(independent.has(kind) ? ['independence'] : [])]);
  return clauseLibrary.filter(({ key }) => chosen.has(key)).map((clause) => takeClause(clause));
}
