import type { Fact, FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export const factColumns =
  'seq, kind, source, external_id, occurred_at, recorded_at, customer_id, currency, amount, target_seq, body';

export interface FactRow {
  seq: bigint;
  kind: FactKind;
  source: string;
  external_id: string;
  occurred_at: number;
  recorded_at: number;
  customer_id: string | null;
  currency: string | null;
  amount: bigint | null;
  target_seq: bigint | null;
  body: Fact['body'];
}

export function factFromRow(row: FactRow): Fact {
  return {
    seq: row.seq,
    kind: row.kind,
    source: row.source,
    externalId: row.external_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    customerId: row.customer_id,
    currency: row.currency,
    amount: row.amount,
    targetSeq: row.target_seq,
    body: row.body,
  };
}

/** When these facts were recorded, by number: the half of their ids that the number does not give. */
export async function recordingTimes(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<bigint, Instant>> {
  if (seqs.length === 0) return new Map();
  const rows = await tx.query<{ seq: bigint; recorded_at: Instant }>(
    `select seq, recorded_at from fact where workspace_id = $1 and seq = any($2::bigint[])`,
    [workspaceId, [...new Set(seqs)]],
  );
  return new Map(rows.map((row) => [row.seq, row.recorded_at]));
}
