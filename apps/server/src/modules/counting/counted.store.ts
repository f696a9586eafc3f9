import type { Blocks, Commission, CommissionStatus, Decision, Fact, Outcome, Reversal } from '@cordee/core/counting';
import type { AccountKind, Posting, TransactionKind } from '@cordee/core/ledger';
import type { Tx } from '../../platform/db/index.ts';
import { factColumns, factFromRow, type FactRow } from '../fact/index.ts';
import { decisionFrom } from './rows.ts';

/** A commission with what later facts did to it: `blocks` are those of now. */
export interface StoredCommission extends Commission {
  readonly status: CommissionStatus;
  readonly reversed: bigint;
  readonly recordedAt: number;
}

export interface StoredOutcome extends Outcome {
  readonly commissions: readonly StoredCommission[];
}

/** A fact with what was decided about it; the outcome is null while it waits to be counted. Throws when there is no such fact. */
export async function loadCounted(
  tx: Tx,
  workspaceId: string,
  seq: bigint,
): Promise<{ fact: Fact; outcome: StoredOutcome | null }> {
  const found = await findCounted(tx, workspaceId, seq);
  if (found === null) throw new Error(`no fact ${seq}`);
  return found;
}

/** As `loadCounted`, or null. */
export async function findCounted(
  tx: Tx,
  workspaceId: string,
  seq: bigint,
): Promise<{ fact: Fact; outcome: StoredOutcome | null } | null> {
  const rows = await tx.query<FactRow>(`select ${factColumns} from fact where workspace_id = $1 and seq = $2`, [
    workspaceId,
    seq,
  ]);
  const row = rows[0];
  if (row === undefined) return null;
  return { fact: factFromRow(row), outcome: await loadOutcome(tx, workspaceId, seq) };
}

/** What was decided about a fact and what came of it, as it stands now; null while it waits to be counted. */
export async function loadOutcome(tx: Tx, workspaceId: string, seq: bigint): Promise<StoredOutcome | null> {
  const decision = await loadDecision(tx, workspaceId, seq);
  if (decision === null) return null;
  return {
    decision,
    commissions: await loadStoredCommissions(tx, workspaceId, 'fact_seq = $2', [seq]),
    reversals: await loadReversals(tx, workspaceId, seq),
    changes: [],
    transaction: await loadTransaction(tx, workspaceId, seq),
  };
}

async function loadDecision(tx: Tx, workspaceId: string, seq: bigint): Promise<Decision | null> {
  const rows = await tx.query<Parameters<typeof decisionFrom>[1]>(
    `select program_id, plan_version_id, unpaid, detail from decision where workspace_id = $1 and fact_seq = $2`,
    [workspaceId, seq],
  );
  return rows[0] === undefined ? null : decisionFrom(seq, rows[0]);
}

interface CommissionRow {
  fact_seq: bigint;
  number: number;
  enrollment_id: string;
  partner_id: string;
  program_id: string;
  plan_version_id: string;
  clause: string;
  rule_id: string;
  line_id: string | null;
  currency: string;
  base: bigint;
  amount: bigint;
  arithmetic: Commission['arithmetic'];
  cap: Commission['cap'];
  occurred_at: number;
  recorded_at: number;
  payable_at: number;
  status: CommissionStatus;
  blocks: Blocks;
  reversed: bigint;
}

/** Commissions matching a condition on the table's own columns; `$1` is the workspace. */
export async function loadStoredCommissions(
  tx: Tx,
  workspaceId: string,
  condition: string,
  values: readonly unknown[],
  order = 'fact_seq, number',
): Promise<StoredCommission[]> {
  const rows = await tx.query<CommissionRow>(
    `select fact_seq, number, enrollment_id, partner_id, program_id, plan_version_id, clause, rule_id, line_id, currency, base, amount,
            arithmetic, cap, occurred_at, recorded_at, payable_at, status, blocks, reversed
       from commission where workspace_id = $1 and ${condition} order by ${order}`,
    [workspaceId, ...values],
  );
  return rows.map((row) => ({
    factSeq: row.fact_seq,
    number: row.number,
    enrollmentId: row.enrollment_id,
    partnerId: row.partner_id,
    programId: row.program_id,
    planVersionId: row.plan_version_id,
    clause: row.clause,
    ruleId: row.rule_id,
    lineId: row.line_id,
    currency: row.currency,
    base: row.base,
    amount: row.amount,
    arithmetic: row.arithmetic,
    cap: row.cap,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    payableAt: row.payable_at,
    status: row.status,
    blocks: row.blocks,
    reversed: row.reversed,
  }));
}

/** The commissions of these places, in no order in particular; those that do not exist are left out. */
export function loadCommissionsByRef(
  tx: Tx,
  workspaceId: string,
  refs: readonly { readonly factSeq: bigint; readonly number: number }[],
): Promise<StoredCommission[]> {
  return loadStoredCommissions(tx, workspaceId, '(fact_seq, number) in (select * from unnest($2::bigint[], $3::int[]))', [
    refs.map(({ factSeq }) => factSeq),
    refs.map(({ number }) => number),
  ]);
}

async function loadReversals(tx: Tx, workspaceId: string, seq: bigint): Promise<Reversal[]> {
  const rows = await tx.query<{
    commission_fact_seq: bigint;
    commission_number: number;
    partner_id: string;
    currency: string;
    amount: bigint;
    from_account: 'pending' | 'payable';
  }>(
    `select commission_fact_seq, commission_number, partner_id, currency, amount, from_account
       from reversal where workspace_id = $1 and fact_seq = $2 order by number`,
    [workspaceId, seq],
  );
  return rows.map((row) => ({
    factSeq: seq,
    commission: { factSeq: row.commission_fact_seq, number: row.commission_number },
    partnerId: row.partner_id,
    currency: row.currency,
    amount: row.amount,
    from: row.from_account,
  }));
}

async function loadTransaction(tx: Tx, workspaceId: string, seq: bigint): Promise<Outcome['transaction']> {
  const heads = await tx.query<{ kind: TransactionKind; effective_at: number }>(
    `select kind, effective_at from ledger_transaction where workspace_id = $1 and fact_seq = $2`,
    [workspaceId, seq],
  );
  const head = heads[0];
  if (head === undefined) return null;
  const rows = await tx.query<{
    debit: AccountKind;
    credit: AccountKind;
    partner_id: string;
    currency: string;
    amount: bigint;
    commission_fact_seq: bigint | null;
    commission_number: number | null;
  }>(
    `select debit, credit, partner_id, currency, amount, commission_fact_seq, commission_number
       from posting where workspace_id = $1 and fact_seq = $2 order by number`,
    [workspaceId, seq],
  );
  const postings = rows.map((row): Posting => ({
    debit: row.debit,
    credit: row.credit,
    partnerId: row.partner_id,
    currency: row.currency,
    amount: row.amount,
    commission:
      row.commission_fact_seq === null || row.commission_number === null
        ? null
        : { factSeq: row.commission_fact_seq, number: row.commission_number },
  }));
  return { factSeq: seq, kind: head.kind, effectiveAt: head.effective_at, postings };
}
