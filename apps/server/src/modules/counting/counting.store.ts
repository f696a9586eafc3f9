import type { Commission, CommissionChange, Fact, Outcome } from '@cordee/core/counting';
import { copyRows, copyText } from '../../platform/db/copy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { appendTransactions } from '../ledger/index.ts';

export interface Counted {
  readonly fact: Fact;
  readonly outcome: Outcome;
}

export interface CountHead {
  readonly countedSeq: bigint;
  readonly transactionHash: Buffer;
}

/** How far this workspace has been counted. The caller holds the counting lock. */
export async function loadCountHead(tx: Tx, workspaceId: string): Promise<CountHead> {
  const rows = await tx.query<{ counted_seq: bigint; transaction_hash: Buffer }>(
    `select counted_seq, transaction_hash from count_head where workspace_id = $1`,
    [workspaceId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`workspace ${workspaceId} has no count head`);
  return { countedSeq: row.counted_seq, transactionHash: row.transaction_hash };
}

/** Writes what was decided about a run of facts, books it, and moves the cursor: all or nothing, and only from where it stood. */
export async function writeCounted(
  tx: Tx,
  workspaceId: string,
  head: CountHead,
  counted: readonly Counted[],
  counters: ReadonlyMap<string, { readonly entity: string; readonly delta: bigint }>,
): Promise<CountHead> {
  const last = counted.at(-1);
  if (last === undefined) return head;
  await copyDecisions(tx, workspaceId, counted);
  await copyCommissions(tx, workspaceId, counted);
  await copyReversals(tx, workspaceId, counted);
  for (const { fact, outcome } of counted) {
    for (const change of outcome.changes) await applyChange(tx, workspaceId, fact, change);
  }
  await addCounters(tx, workspaceId, counters);
  const transactionHash = await appendTransactions(
    tx,
    workspaceId,
    head.transactionHash,
    counted.flatMap(({ fact, outcome }) =>
      outcome.transaction === null ? [] : [{ transaction: outcome.transaction, recordedAt: fact.recordedAt }],
    ),
  );
  const moved = await tx.query<{ counted_seq: bigint }>(
    `update count_head set counted_seq = $2, transaction_hash = $3 where workspace_id = $1 and counted_seq = $4 returning counted_seq`,
    [workspaceId, last.fact.seq, transactionHash, head.countedSeq],
  );
  if (moved.length !== 1) throw new Error(`counting of workspace ${workspaceId} was overtaken at ${head.countedSeq}`);
  return { countedSeq: last.fact.seq, transactionHash };
}

async function copyDecisions(tx: Tx, workspaceId: string, counted: readonly Counted[]): Promise<void> {
  let rows = '';
  for (const { outcome } of counted) {
    const { factSeq, programId, planVersionId, unpaid, ...rest } = outcome.decision;
    rows += `${workspaceId}\t${factSeq}\t${programId ?? '\\N'}\t${planVersionId === null || planVersionId === '' ? '\\N' : planVersionId}\t${unpaid ?? '\\N'}\t${copyText(JSON.stringify(rest))}\n`;
  }
  await copyRows(tx, 'decision_0 (workspace_id, fact_seq, program_id, plan_version_id, unpaid, detail)', rows);
}

async function copyCommissions(tx: Tx, workspaceId: string, counted: readonly Counted[]): Promise<void> {
  let rows = '';
  for (const { fact, outcome } of counted) {
    for (const commission of outcome.commissions)
      rows += commissionRow(workspaceId, commission, new Date(fact.recordedAt).toISOString());
  }
  await copyRows(
    tx,
    `commission_0 (workspace_id, fact_seq, number, enrollment_id, partner_id, program_id, plan_version_id, clause, rule_id, line_id,
      currency, base, amount, arithmetic, cap, occurred_at, recorded_at, payable_at)`,
    rows,
  );
}

function commissionRow(workspaceId: string, commission: Commission, recorded: string): string {
  const { factSeq, number, enrollmentId, partnerId, programId, planVersionId, clause, ruleId, lineId } = commission;
  return (
    `${workspaceId}\t${factSeq}\t${number}\t${enrollmentId}\t${partnerId}\t${programId}\t${planVersionId}\t${clause}\t${copyText(ruleId)}\t` +
    `${lineId === null ? '\\N' : copyText(lineId)}\t${commission.currency}\t${commission.base}\t${commission.amount}\t` +
    `${copyText(JSON.stringify(commission.arithmetic))}\t${commission.cap === null ? '\\N' : JSON.stringify(commission.cap)}\t` +
    `${new Date(commission.occurredAt).toISOString()}\t${recorded}\t${new Date(commission.payableAt).toISOString()}\n`
  );
}

async function copyReversals(tx: Tx, workspaceId: string, counted: readonly Counted[]): Promise<void> {
  let rows = '';
  const touched: { seq: bigint; number: number; amount: bigint }[] = [];
  for (const { outcome } of counted) {
    for (const [number, reversal] of outcome.reversals.entries()) {
      const { factSeq, commission, partnerId, currency, amount, from } = reversal;
      rows += `${workspaceId}\t${factSeq}\t${number}\t${commission.factSeq}\t${commission.number}\t${partnerId}\t${currency}\t${amount}\t${from}\n`;
      touched.push({ seq: commission.factSeq, number: commission.number, amount });
    }
  }
  if (rows === '') return;
  await copyRows(
    tx,
    'reversal_0 (workspace_id, fact_seq, number, commission_fact_seq, commission_number, partner_id, currency, amount, from_account)',
    rows,
  );
  await tx.query(
    `update commission c set reversed = c.reversed + r.amount,
       status = case when c.reversed + r.amount = c.amount then 'reversed' else c.status end
      from (select seq, number, sum(amount) as amount from unnest($2::bigint[], $3::int[], $4::bigint[]) as t (seq, number, amount)
             group by seq, number) r
     where c.workspace_id = $1 and c.fact_seq = r.seq and c.number = r.number`,
    [workspaceId, touched.map((entry) => entry.seq), touched.map((entry) => entry.number), touched.map((entry) => entry.amount)],
  );
}

async function applyChange(tx: Tx, workspaceId: string, fact: Fact, change: CommissionChange): Promise<void> {
  switch (change.kind) {
    case 'suspended':
    case 'restored':
      await tx.query(
        `update commission set status = case when reversed = amount then 'reversed' else $4 end
          where workspace_id = $1 and fact_seq = $2 and number = $3`,
        [workspaceId, change.commission.factSeq, change.commission.number, change.kind === 'suspended' ? 'suspended' : 'pending'],
      );
      return;
    case 'released':
      await tx.query(
        `update commission set status = 'payable' where workspace_id = $1 and status = 'pending' and payable_at <= $2 and fact_seq < $3`,
        [workspaceId, new Date(change.dueAt), fact.seq],
      );
      return;
    case 'payout':
      await applyPayoutStep(tx, workspaceId, fact, change);
      return;
    default:
      change satisfies never;
  }
}

type PayoutStep = Extract<CommissionChange, { kind: 'payout' }>;

async function applyPayoutStep(tx: Tx, workspaceId: string, fact: Fact, change: PayoutStep): Promise<void> {
  if (change.step === 'started') {
    await tx.query(
      `update commission set status = 'in_payout', payout_seq = $4
        where workspace_id = $1 and partner_id = $2 and currency = $3 and status = 'payable' and fact_seq < $4`,
      [workspaceId, change.partnerId, change.currency, fact.seq],
    );
    return;
  }
  await tx.query(
    `update commission set status = $4, payout_seq = case when $4 = 'paid' then payout_seq end
      where workspace_id = $1 and partner_id = $2 and status = 'in_payout' and payout_seq = $3`,
    [workspaceId, change.partnerId, fact.targetSeq, change.step === 'confirmed' ? 'paid' : 'payable'],
  );
}

async function addCounters(
  tx: Tx,
  workspaceId: string,
  counters: ReadonlyMap<string, { readonly entity: string; readonly delta: bigint }>,
): Promise<void> {
  const moved = [...counters].filter(([, { delta }]) => delta !== 0n);
  if (moved.length === 0) return;
  await tx.query(
    `insert into counter (workspace_id, entity, key, value)
     select $1, c.entity, c.key, c.delta from unnest($2::text[], $3::text[], $4::bigint[]) as c (entity, key, delta)
     on conflict (workspace_id, entity, key) do update set value = counter.value + excluded.value`,
    [workspaceId, moved.map(([, { entity }]) => entity), moved.map(([key]) => key), moved.map(([, { delta }]) => delta)],
  );
}
