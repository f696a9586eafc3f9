import type { Fact, FactKind } from '@cordee/core/counting';

/** What a fact is read from, where no other table is asked. */
export const factColumns =
  'seq, kind, source, external_id, occurred_at, recorded_at, customer_id, currency, amount, target_seq, body';

/** The same beside other tables: of the one called `alias`. */
export function factColumnsOf(alias: string): string {
  return factColumns.replace(/\w+/g, `${alias}.$&`);
}

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

/** A fact as it is counted, from its row. */
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
