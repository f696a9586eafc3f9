import type { Fact, Outcome } from '@cordee/core/counting';
import type { BinaryRows } from '../../../platform/db/binary-rows.ts';
import { columnNames, type Columns } from '../../../platform/db/columns.ts';
import { literalUuid } from '../../../platform/db/copy.ts';
import { addPostings, postingColumns } from '../../ledger/index.ts';
import { addCommission, addDecision, addReversals, commissionColumns, decisionColumns, reversalColumns } from '../rows.ts';

/** One table of derived rows: how to read it back, and the rows a counted fact must have left there. */
export interface DerivedTable {
  readonly name: string;
  readonly columns: Columns;
  readonly query: RangeQuery;
  add(rows: BinaryRows, workspaceId: string, fact: Fact, outcome: Outcome): void;
}

export type RangeQuery = (workspaceId: string, after: bigint, through: bigint) => string;

/** The rows of facts after `after` up to `through`, in order. */
export function ranged(table: string, columns: string, order: string): RangeQuery {
  return (workspaceId, after, through) =>
    `select ${columns} from ${table} where workspace_id = ${literalUuid(workspaceId)}` +
    ` and fact_seq > ${after} and fact_seq <= ${through} order by ${order}`;
}

function derived(name: string, columns: Columns, order: string, add: DerivedTable['add']): DerivedTable {
  return { name, columns, query: ranged(name, columnNames(columns), order), add };
}

export const derivedTables: readonly DerivedTable[] = [
  derived('decision', decisionColumns, 'fact_seq', (rows, workspaceId, _, { decision }) => {
    addDecision(rows, workspaceId, decision);
  }),
  derived('commission', commissionColumns, 'fact_seq, number', (rows, workspaceId, fact, { commissions }) => {
    for (const commission of commissions) addCommission(rows, workspaceId, commission, fact);
  }),
  derived('reversal', reversalColumns, 'fact_seq, number', (rows, workspaceId, _, outcome) => {
    addReversals(rows, workspaceId, outcome);
  }),
  derived('posting', postingColumns, 'fact_seq, number', (rows, workspaceId, _, { transaction }) => {
    if (transaction !== null) addPostings(rows, workspaceId, transaction);
  }),
];
