import type { FactKind } from '@cordee/core/counting';
import type { AccountKind, TransactionKind } from '@cordee/core/ledger';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { referenceOf } from '../fact/index.ts';
import { seenAt, seenValues } from './ledger.store.ts';

/** One posting of a partner, with what a statement says of it. */
export interface Movement {
  readonly currency: string;
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
  readonly kind: TransactionKind;
  readonly factSeq: bigint;
  readonly number: number;
  readonly eventId: string;
  /** What people know it by: the event id, or the partner that a referral brought in. */
  readonly label: string;
  readonly debit: AccountKind;
  readonly credit: AccountKind;
  readonly amount: bigint;
  readonly commission: MovedCommission | null;
}

export interface MovedCommission {
  readonly factSeq: bigint;
  readonly number: number;
  readonly recordedAt: Instant;
  readonly clause: string;
  readonly planVersion: number | null;
  readonly planVersionId: string;
}

export interface MovementFilter {
  readonly partnerId: string;
  readonly currency: string | null;
  readonly from: Instant;
  readonly to: Instant;
  readonly knownAt?: Instant | undefined;
  /** Only facts up to `through`; of those behind `after` also what took effect before `from`. */
  readonly cut?: { readonly after: bigint; readonly through: bigint };
  readonly limit: number;
}

interface MovementRow {
  currency: string;
  effective_at: Instant;
  recorded_at: Instant;
  kind: TransactionKind;
  fact_seq: bigint;
  number: number;
  fact_kind: FactKind;
  source: string;
  external_id: string;
  again: string | null;
  referred: string | null;
  debit: AccountKind;
  credit: AccountKind;
  amount: bigint;
  commission_fact_seq: bigint | null;
  commission_number: number | null;
  commission_recorded_at: Instant | null;
  clause: string | null;
  plan_version: number | null;
  plan_version_id: string | null;
}

/** A partner's postings that took effect in [from, to), or stand in that cut, by currency and then in the order they took effect. */
export async function selectMovements(tx: Tx, workspaceId: string, filter: MovementFilter): Promise<Movement[]> {
  const rows = await tx.query<MovementRow>(
    `select p.currency, p.effective_at, t.recorded_at, t.kind, p.fact_seq, p.number, p.debit, p.credit, p.amount,
            p.commission_fact_seq, p.commission_number, c.recorded_at as commission_recorded_at, c.clause, v.number as plan_version,
            c.plan_version_id,
            f.kind as fact_kind, f.source, f.external_id, f.body->>'again' as again, brought.name as referred
       from posting p
       join ledger_transaction t on t.workspace_id = p.workspace_id and t.fact_seq = p.fact_seq
       join fact f on f.workspace_id = p.workspace_id and f.seq = p.fact_seq
       left join commission c
         on c.workspace_id = p.workspace_id and c.fact_seq = p.commission_fact_seq and c.number = p.commission_number
       left join partner brought
         on f.kind = 'referral' and brought.workspace_id = p.workspace_id and brought.id = (f.body->>'partnerId')::uuid
       left join plan_version v on v.workspace_id = p.workspace_id and v.id = c.plan_version_id
      where p.workspace_id = $1 and p.partner_id = $2 and ($3::text is null or p.currency = $3)
        and (p.effective_at >= $4 or p.fact_seq > $8::bigint) and ($9::bigint is null or p.fact_seq <= $9)
        and ${seenAt('p', 5)}
      order by p.currency, p.effective_at, p.fact_seq, p.number limit $7`,
    [
      workspaceId,
      filter.partnerId,
      filter.currency,
      new Date(filter.from),
      ...seenValues({ before: filter.to, knownAt: filter.knownAt }),
      filter.limit,
      filter.cut?.after ?? null,
      filter.cut?.through ?? null,
    ],
  );
  return rows.map((row) => ({
    currency: row.currency,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    kind: row.kind,
    factSeq: row.fact_seq,
    number: row.number,
    ...eventOf(row),
    debit: row.debit,
    credit: row.credit,
    amount: row.amount,
    commission: commissionOf(row),
  }));
}

function eventOf({ fact_kind: kind, source, external_id: externalId, again, referred }: MovementRow) {
  const { externalId: eventId } = referenceOf({ kind, source, externalId, body: again === null ? {} : { again } });
  return { eventId, label: referred ?? eventId };
}

function commissionOf(row: MovementRow): MovedCommission | null {
  const { commission_fact_seq: factSeq, commission_number: number, commission_recorded_at: recordedAt, clause } = row;
  const planVersionId = row.plan_version_id;
  if (factSeq === null || number === null || recordedAt === null || clause === null || planVersionId === null) return null;
  return { factSeq, number, recordedAt, clause, planVersion: row.plan_version, planVersionId };
}
