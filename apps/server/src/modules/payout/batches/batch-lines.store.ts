import type { Tx } from '../../../platform/db/index.ts';

/** A line of a batch that is still under way. */
export interface OpenLine {
  readonly id: string;
  readonly partnerId: string;
  readonly amount: bigint;
  /** Where it is paid; null of what is paid outside. */
  readonly accountId: string | null;
}

/** The lines of a batch that are under way, in the order they were made. */
export async function openLines(tx: Tx, workspaceId: string, batchId: string): Promise<OpenLine[]> {
  const rows = await tx.query<{ id: string; partner_id: string; amount: bigint; bank_account_id: string | null }>(
    `select id, partner_id, amount, bank_account_id from payout
      where workspace_id = $1 and batch_id = $2 and state = 'in_payout' order by id`,
    [workspaceId, batchId],
  );
  return rows.map((row) => ({ id: row.id, partnerId: row.partner_id, amount: row.amount, accountId: row.bank_account_id }));
}

export interface NewLine {
  readonly id: string;
  readonly partnerId: string;
  readonly amount: bigint;
  readonly startedSeq: bigint;
  readonly accountId: string | null;
}

/** The payouts of a new batch, all at once. */
export async function insertLines(
  tx: Tx,
  workspaceId: string,
  batch: { readonly id: string; readonly currency: string; readonly remittance: string; readonly createdAt: number },
  lines: readonly NewLine[],
): Promise<void> {
  await tx.query(
    `insert into payout (workspace_id, id, partner_id, currency, amount, state, started_seq, reference, created_at, batch_id,
       bank_account_id)
     select $1, l.id, l.partner_id, $10, l.amount, 'in_payout', l.started_seq, $2, $3, $4, l.account_id
       from unnest($5::uuid[], $6::uuid[], $7::bigint[], $8::bigint[], $9::uuid[]) l(id, partner_id, amount, started_seq, account_id)`,
    [
      workspaceId,
      batch.remittance,
      new Date(batch.createdAt),
      batch.id,
      lines.map(({ id }) => id),
      lines.map(({ partnerId }) => partnerId),
      lines.map(({ amount }) => String(amount)),
      lines.map(({ startedSeq }) => String(startedSeq)),
      lines.map(({ accountId }) => accountId),
      batch.currency,
    ],
  );
}
