import type { FactTouch } from '@cordee/core/counting';
import type { EarlierConversion } from '@cordee/core/signal';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

/** Newest conversions looked at, of a partner and of a program: what keeps the cost of looking bounded. */
export const mostOfPartner = 500;
const mostWithBody = 100;
const mostOfProgram = 5000;

/** Facts that tell that a conversion came to nothing, or to less. */
const undone = `('refund', 'cancellation', 'dispute_lost')`;

export interface ConversionTraces {
  readonly customerId: string | null;
  readonly emailHash: string | null;
  readonly touches: readonly FactTouch[];
}

interface TraceRow {
  seq: bigint;
  customer_id: string | null;
  email_hash: string | null;
  touches: FactTouch[] | null;
}

/** Who bought, and by which clicks, by fact number. */
export async function loadTraces(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<bigint, ConversionTraces>> {
  const rows = await tx.query<TraceRow>(
    `select seq, customer_id, body->>'emailHash' as email_hash, body->'touches' as touches from fact
      where workspace_id = $1 and seq = any($2::bigint[])`,
    [workspaceId, seqs],
  );
  return new Map(
    rows.map((row) => [row.seq, { customerId: row.customer_id, emailHash: row.email_hash, touches: row.touches ?? [] }]),
  );
}

/** What each event earned each enrollment in each currency, by `fact enrollment currency`. */
export async function loadEventTotals(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<string, bigint>> {
  const rows = await tx.query<{ fact_seq: bigint; enrollment_id: string; currency: string; amount: string }>(
    `select fact_seq, enrollment_id, currency, sum(amount)::text as amount from commission
      where workspace_id = $1 and fact_seq = any($2::bigint[]) group by fact_seq, enrollment_id, currency`,
    [workspaceId, seqs],
  );
  return new Map(rows.map((row) => [`${row.fact_seq} ${row.enrollment_id} ${row.currency}`, BigInt(row.amount)]));
}

export interface PartnerConversion extends EarlierConversion {
  readonly factSeq: bigint;
}

/** The newest conversions of each partner up to a fact, newest first; one for each currency it paid in. */
export async function loadPartnerHistories(
  tx: Tx,
  workspaceId: string,
  partners: readonly { readonly partnerId: string; readonly through: bigint }[],
): Promise<Map<string, PartnerConversion[]>> {
  const rows = await tx.query<{
    partner_id: string;
    fact_seq: bigint;
    currency: string;
    amount: string;
    at: Instant;
    is_refunded: boolean;
  }>(
    `select p.partner_id, h.fact_seq, h.currency, h.amount::text as amount, h.at,
            exists (select 1 from fact r where r.workspace_id = $1 and r.target_seq = h.fact_seq and r.kind in ${undone}) as is_refunded
       from unnest($2::uuid[], $3::bigint[]) as p (partner_id, through)
       cross join lateral (
         select fact_seq, currency, sum(amount) as amount, min(occurred_at) as at
           from (select fact_seq, currency, amount, occurred_at from commission
                  where workspace_id = $1 and partner_id = p.partner_id and fact_seq <= p.through
                  order by fact_seq desc limit ${mostOfPartner}) newest
          group by fact_seq, currency) h
      order by p.partner_id, h.fact_seq desc`,
    [workspaceId, partners.map(({ partnerId }) => partnerId), partners.map(({ through }) => through)],
  );
  const histories = new Map<string, PartnerConversion[]>(partners.map(({ partnerId }) => [partnerId, []]));
  for (const row of rows) {
    const { partner_id: partnerId, fact_seq: factSeq, currency, at, is_refunded: isRefunded } = row;
    histories.get(partnerId)?.push({ factSeq, at, currency, amount: BigInt(row.amount), isRefunded });
  }
  return histories;
}

/** Who bought in the newest of these conversions. */
export function loadHistoryTraces(
  tx: Tx,
  workspaceId: string,
  histories: Iterable<readonly PartnerConversion[]>,
): Promise<Map<bigint, ConversionTraces>> {
  const seqs = [...histories].flatMap((history) => history.slice(0, mostWithBody).map(({ factSeq }) => factSeq));
  return loadTraces(tx, workspaceId, [...new Set(seqs)]);
}

export interface RefundCount {
  readonly conversions: number;
  readonly refunded: number;
}

/** How many of the newest conversions of each program since an instant were refunded. */
export async function loadProgramRefunds(
  tx: Tx,
  workspaceId: string,
  programIds: readonly string[],
  since: Instant,
): Promise<Map<string, RefundCount>> {
  const rows = await tx.query<{ program_id: string; conversions: string; refunded: string }>(
    `with newest as (
       select distinct program_id, fact_seq
         from (select program_id, fact_seq, occurred_at from commission
                where workspace_id = $1 order by fact_seq desc, number desc limit ${mostOfProgram}) looked
        where program_id = any($2::uuid[]) and occurred_at >= $3)
     select program_id, count(*)::text as conversions,
            count(*) filter (where exists (
              select 1 from fact r where r.workspace_id = $1 and r.target_seq = newest.fact_seq and r.kind in ${undone}))::text as refunded
       from newest group by program_id`,
    [workspaceId, programIds, new Date(since)],
  );
  return new Map(rows.map((row) => [row.program_id, { conversions: Number(row.conversions), refunded: Number(row.refunded) }]));
}

export interface CustomerCredit {
  readonly factSeq: bigint;
  readonly partnerId: string;
  readonly at: Instant;
}

/** Who was paid for the purchases of each customer since an instant; the newest 5,000 in all. */
export async function loadCustomerCredits(
  tx: Tx,
  workspaceId: string,
  customerIds: readonly string[],
  since: Instant,
): Promise<Map<string, CustomerCredit[]>> {
  const rows = await tx.query<{ customer_id: string; fact_seq: bigint; partner_id: string; at: Instant }>(
    `select distinct f.customer_id, c.fact_seq, c.partner_id, f.occurred_at as at
       from fact f join commission c on c.workspace_id = f.workspace_id and c.fact_seq = f.seq
      where f.workspace_id = $1 and f.customer_id = any($2::uuid[]) and f.occurred_at >= $3 and c.arithmetic->>'kind' <> 'upline'
      order by c.fact_seq desc limit 5000`,
    [workspaceId, customerIds, new Date(since)],
  );
  const credits = new Map<string, CustomerCredit[]>();
  for (const row of rows) {
    const own = credits.get(row.customer_id) ?? [];
    own.push({ factSeq: row.fact_seq, partnerId: row.partner_id, at: row.at });
    credits.set(row.customer_id, own);
  }
  return credits;
}
