import {
  followConversion,
  isWaiting,
  openLines,
  reviewKinds,
  type CommissionRecord,
  type CommissionStatus,
  type Conversion,
  type Fact,
  type FactKind,
} from '@cordee/core/counting';
import type { Credit } from '@cordee/core/attribution';
import type { Tx } from '../../platform/db/index.ts';
import { factColumns, factFromRow, type FactRow } from '../fact/index.ts';

interface CommissionStateRow {
  fact_seq: bigint;
  number: number;
  enrollment_id: string;
  partner_id: string;
  plan_version_id: string;
  rule_id: string;
  line_id: string | null;
  currency: string;
  base: bigint;
  amount: bigint;
  payable_at: number;
  reversed: bigint;
  status: CommissionStatus;
  blocks: number;
  kind: string;
  uncapped: string | null;
  /** Of one that was taken back whole: where its last part came from. */
  taken_from: 'pending' | 'payable' | null;
}

/**
 * Earlier conversions as they stand now: lines with what was refunded, commissions with what was reversed and where they are.
 * Counting looks at what was counted before; `recorded` also takes in refunds that still wait to be counted, to refuse another.
 */
export async function loadConversions(
  tx: Tx,
  workspaceId: string,
  seqs: readonly bigint[],
  through: 'counted' | 'recorded' = 'counted',
): Promise<Map<bigint, Conversion>> {
  const conversions = await openConversions(tx, workspaceId, seqs);
  if (conversions.size === 0) return conversions;
  for (const fact of await loadEvents(tx, workspaceId, seqs, through)) {
    const conversion = conversions.get(fact.targetSeq ?? -1n);
    if (conversion !== undefined) followConversion(conversion, fact);
  }
  return conversions;
}

/** A conversion as it was counted at first, and all that happened to it up to a fact, in order; null when there is no such fact. */
export async function loadConversionStory(
  tx: Tx,
  workspaceId: string,
  seq: bigint,
  through: bigint,
): Promise<{ readonly conversion: Conversion; readonly events: readonly Fact[] } | null> {
  const conversion = (await openConversions(tx, workspaceId, [seq])).get(seq);
  if (conversion === undefined) return null;
  for (const commission of conversion.commissions)
    Object.assign(commission, { reversed: 0n, status: 'pending', blocks: 0, isRefused: false });
  const events = await loadEvents(tx, workspaceId, [seq], 'counted');
  return { conversion, events: events.filter((event) => event.seq <= through) };
}

async function openConversions(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<bigint, Conversion>> {
  const conversions = new Map<bigint, Conversion>();
  if (seqs.length === 0) return conversions;
  const rows = await tx.query<FactRow & { program_id: string | null; credits: Credit[] | null }>(
    `select ${factColumns
      .split(', ')
      .map((column) => `f.${column}`)
      .join(', ')}, d.program_id, d.detail->'credits' as credits
       from fact f left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
      where f.workspace_id = $1 and f.seq = any($2::bigint[])`,
    [workspaceId, seqs],
  );
  const commissions = await loadCommissions(tx, workspaceId, seqs);
  for (const row of rows) {
    const fact = factFromRow(row);
    conversions.set(fact.seq, {
      factSeq: fact.seq,
      kind: fact.kind,
      occurredAt: fact.occurredAt,
      customerId: fact.customerId,
      currency: fact.currency,
      programId: row.program_id,
      credits: row.credits ?? [],
      lines: openLines(fact),
      takings: [],
      failedRefunds: [],
      disputed: false,
      disputeEndedAt: null,
      commissions: commissions.get(fact.seq) ?? [],
    });
  }
  return conversions;
}

/** What may happen to a conversion and its commissions. */
const eventKinds: readonly FactKind[] = [
  'refund',
  'refund_failed',
  'cancellation',
  'dispute_opened',
  'dispute_lost',
  'dispute_won',
  ...Object.values(reviewKinds),
];

async function loadEvents(
  tx: Tx,
  workspaceId: string,
  seqs: readonly bigint[],
  through: 'counted' | 'recorded',
): Promise<Fact[]> {
  const rows = await tx.query<FactRow>(
    `select ${factColumns} from fact
      where workspace_id = $1 and target_seq = any($2::bigint[])
        and ($3 or seq <= (select counted_seq from count_head where workspace_id = $1))
        and kind = any($4::text[])
      order by seq`,
    [workspaceId, seqs, through === 'recorded', eventKinds],
  );
  return rows.map(factFromRow);
}

async function loadCommissions(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<Map<bigint, CommissionRecord[]>> {
  const rows = await tx.query<CommissionStateRow>(
    `select fact_seq, number, enrollment_id, partner_id, plan_version_id, rule_id, line_id, currency, base, amount, payable_at, reversed, status, blocks,
            arithmetic->>'kind' as kind, cap->>'before' as uncapped,
            case when status = 'reversed' then (
              select r.from_account from reversal r
               where r.workspace_id = $1 and r.commission_fact_seq = c.fact_seq and r.commission_number = c.number and r.amount > 0
               order by r.fact_seq desc, r.number desc limit 1) end as taken_from
       from commission c where workspace_id = $1 and fact_seq = any($2::bigint[]) order by fact_seq, number`,
    [workspaceId, seqs],
  );
  const byFact = new Map<bigint, CommissionRecord[]>();
  for (const row of rows) {
    const list = byFact.get(row.fact_seq) ?? [];
    list.push({
      number: row.number,
      enrollmentId: row.enrollment_id,
      partnerId: row.partner_id,
      planVersionId: row.plan_version_id,
      ruleId: row.rule_id,
      lineId: row.line_id,
      currency: row.currency,
      base: row.base,
      amount: row.amount,
      uncapped: row.uncapped === null ? row.amount : BigInt(row.uncapped),
      origin: row.kind === 'upline' || row.kind === 'milestone' ? row.kind : 'rule',
      payableAt: row.payable_at,
      reversed: row.reversed,
      takenFrom: row.taken_from ?? 'pending',
      status: isWaiting(row.status) ? 'pending' : 'payable',
      blocks: row.blocks,
      isRefused: row.status === 'refused',
      sinceSeq: row.fact_seq,
    });
    byFact.set(row.fact_seq, list);
  }
  return byFact;
}
