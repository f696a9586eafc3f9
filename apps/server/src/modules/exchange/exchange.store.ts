import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ExchangeRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly from: string;
  readonly fromAmount: bigint;
  readonly to: string;
  readonly toAmount: bigint;
  readonly perEuro: Readonly<Record<string, string>>;
  readonly rateOn: LocalDate;
  readonly factSeq: bigint;
  readonly createdAt: Instant;
}

interface ExchangeRow {
  id: string;
  partner_id: string;
  from_currency: string;
  from_amount: bigint;
  to_currency: string;
  to_amount: bigint;
  per_euro: Record<string, string>;
  rate_on: LocalDate;
  fact_seq: bigint;
  created_at: Instant;
}

export async function insertExchanges(tx: Tx, workspaceId: string, exchanges: readonly ExchangeRecord[]): Promise<void> {
  const [first] = exchanges;
  if (first === undefined) return;
  await tx.query(
    `insert into currency_exchange (workspace_id, id, partner_id, from_currency, from_amount, to_currency, to_amount, per_euro, rate_on,
                                    rate_source, fact_seq, created_at)
     select $1, n.id, n.partner_id, $6, n.from_amount, $7, n.to_amount, $8, $9, 'ecb', n.fact_seq, $10
       from unnest($2::uuid[], $3::uuid[], $4::bigint[], $5::bigint[], $11::bigint[]) as n (id, partner_id, from_amount, to_amount, fact_seq)`,
    [
      workspaceId,
      exchanges.map(({ id }) => id),
      exchanges.map(({ partnerId }) => partnerId),
      exchanges.map(({ fromAmount }) => fromAmount),
      exchanges.map(({ toAmount }) => toAmount),
      first.from,
      first.to,
      JSON.stringify(first.perEuro),
      first.rateOn,
      new Date(first.createdAt),
      exchanges.map(({ factSeq }) => factSeq),
    ],
  );
}

/** Exchanges, newest first; their ids sort by when they were made. */
export async function selectExchanges(
  tx: Tx,
  workspaceId: string,
  filter: { readonly partnerId: string | null; readonly before: string | null; readonly limit: number },
): Promise<ExchangeRecord[]> {
  const rows = await tx.query<ExchangeRow>(
    `select id, partner_id, from_currency, from_amount, to_currency, to_amount, per_euro, rate_on::text as rate_on, fact_seq, created_at
       from currency_exchange
      where workspace_id = $1 and ($2::uuid is null or partner_id = $2) and ($3::uuid is null or id < $3)
      order by id desc limit $4`,
    [workspaceId, filter.partnerId, filter.before, filter.limit],
  );
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    from: row.from_currency,
    fromAmount: row.from_amount,
    to: row.to_currency,
    toAmount: row.to_amount,
    perEuro: row.per_euro,
    rateOn: row.rate_on,
    factSeq: row.fact_seq,
    createdAt: row.created_at,
  }));
}
