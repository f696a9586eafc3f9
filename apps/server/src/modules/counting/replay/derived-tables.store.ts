import type { Fact, Outcome } from '@cordee/core/counting';
import type { BinaryRows } from '../../../platform/db/binary-rows.ts';
import { columnNames, type Columns } from '../../../platform/db/columns.ts';
import { literalUuid } from '../../../platform/db/copy.ts';
import { postingColumns } from '../../ledger/index.ts';
import { addCommission, addDecision, addReversals, commissionColumns, decisionColumns, reversalColumns } from '../rows.ts';

/** A table of derived rows, and how to read it back. */
interface StoredTable {
  readonly name: string;
  readonly columns: Columns;
  readonly query: RangeQuery;
}

/** One whose rows follow from what counting a fact gave. */
interface CountedTable extends StoredTable {
  add(rows: BinaryRows, workspaceId: string, fact: Fact, outcome: Outcome): void;
}

type RangeQuery = (workspaceId: string, after: bigint, through: bigint) => string;

/** The rows of facts after `after` up to `through`, in order. */
function ranged(table: string, columns: string, order: string): RangeQuery {
  return (workspaceId, after, through) =>
    `select ${columns} from ${table} where workspace_id = ${literalUuid(workspaceId)}` +
    ` and fact_seq > ${after} and fact_seq <= ${through} order by ${order}`;
}

function stored(name: string, columns: Columns, order: string): StoredTable {
  return { name, columns, query: ranged(name, columnNames(columns), order) };
}

export const countedTables: readonly CountedTable[] = [
  {
    ...stored('decision', decisionColumns, 'fact_seq'),
    add: (rows, workspaceId, _, { decision }) => addDecision(rows, workspaceId, decision),
  },
  {
    ...stored('commission', commissionColumns, 'fact_seq, number'),
    add(rows, workspaceId, fact, { commissions }) {
      for (const commission of commissions) addCommission(rows, workspaceId, commission, fact);
    },
  },
  {
    ...stored('reversal', reversalColumns, 'fact_seq, number'),
    add: (rows, workspaceId, _, outcome) => addReversals(rows, workspaceId, outcome),
  },
];

/** Its rows follow from the transactions. */
export const postingTable: StoredTable = stored('posting', postingColumns, 'fact_seq, number');
