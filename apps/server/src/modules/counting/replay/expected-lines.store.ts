import type { Fact, Outcome } from '@cordee/core/counting';
import { literalUuid } from '../../../platform/db/copy.ts';
import { asMilliseconds } from '../../../platform/db/instant-text.ts';
import { postingColumns, postingLines } from '../../ledger/index.ts';
import { commissionLine, commissionReadColumns, decisionColumns, decisionLine, reversalColumns, reversalLines } from '../rows.ts';

/** One table of derived rows: how to read it back as text, and the text a counted fact must have left there. */
export interface DerivedTable {
  readonly name: string;
  readonly query: RangeQuery;
  lines(fact: Fact, outcome: Outcome): string[];
}

export type RangeQuery = (workspaceId: string, after: bigint, through: bigint) => string;

/** The rows of facts after `after` up to `through`, in order. */
export function ranged(table: string, columns: string, order: string): RangeQuery {
  return (workspaceId, after, through) =>
    `select ${columns} from ${table} where workspace_id = ${literalUuid(workspaceId)}` +
    ` and fact_seq > ${after} and fact_seq <= ${through} order by ${order}`;
}

export const derivedTables: readonly DerivedTable[] = [
  {
    name: 'decision',
    query: ranged('decision', decisionColumns, 'fact_seq'),
    lines: (_, { decision }) => [decisionLine(decision)],
  },
  {
    name: 'commission',
    query: ranged('commission', commissionReadColumns, 'fact_seq, number'),
    lines: (fact, { commissions }) => commissions.map((commission) => commissionLine(commission, fact, asMilliseconds)),
  },
  {
    name: 'reversal',
    query: ranged('reversal', reversalColumns, 'fact_seq, number'),
    lines: (_, outcome) => reversalLines(outcome),
  },
  {
    name: 'posting',
    query: ranged('posting', postingColumns, 'fact_seq, number'),
    lines: (_, { transaction }) => (transaction === null ? [] : postingLines(transaction, asMilliseconds)),
  },
];
