import type { Stage } from '@cordee/contract/partner';
import type { FactBody, FactKind, UnpaidReason } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface TimelineFact {
  readonly seq: bigint;
  readonly kind: FactKind;
  readonly external_id: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly currency: string | null;
  readonly amount: bigint | null;
  readonly payout_id: FactBody['payoutId'] | null;
  readonly unpaid: UnpaidReason | null;
}

/** These facts, the latest recorded first. */
export function selectTimelineFacts(tx: Tx, workspaceId: string, seqs: readonly bigint[]): Promise<TimelineFact[]> {
  return tx.query<TimelineFact>(
    `select f.seq, f.kind, f.external_id, f.occurred_at, f.recorded_at, f.currency, f.amount, f.body->>'payoutId' as payout_id, d.unpaid
       from fact f left join decision d on d.workspace_id = f.workspace_id and d.fact_seq = f.seq
      where f.workspace_id = $1 and f.seq = any($2::bigint[]) order by f.seq desc`,
    [workspaceId, seqs],
  );
}

export interface PartnerMove {
  readonly fact_seq: bigint;
  readonly currency: string;
  /** What expense was added to, less what was taken from it; for a payout what was moved. */
  readonly earned: bigint;
  readonly moved: bigint;
  readonly numbers: number[];
}

/** What these facts moved on a partner's accounts, by fact and currency, with the commissions they accrued. */
export function selectPartnerMoves(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  seqs: readonly bigint[],
): Promise<PartnerMove[]> {
  return tx.query<PartnerMove>(
    `select fact_seq, currency, sum(amount)::bigint as moved,
            sum(case when debit = 'commission_expense' then amount when credit = 'commission_expense' then -amount else 0 end)::bigint
              as earned,
            coalesce(array_agg(commission_number order by commission_number)
              filter (where debit = 'commission_expense' and commission_fact_seq = fact_seq), '{}') as numbers
       from posting where workspace_id = $1 and partner_id = $2 and fact_seq = any($3::bigint[])
      group by fact_seq, currency order by fact_seq, currency`,
    [workspaceId, partnerId, seqs],
  );
}

export interface StageRow {
  readonly number: number;
  readonly stage: Stage;
  readonly reason: string | null;
  readonly from_at: Instant;
  readonly recorded_at: Instant;
  readonly actor: Actor;
}

/** A partner's stages, oldest first. */
export function selectStages(tx: Tx, workspaceId: string, partnerId: string): Promise<StageRow[]> {
  return tx.query<StageRow>(
    `select number, stage, reason, from_at, recorded_at, actor from partner_stage
      where workspace_id = $1 and partner_id = $2 order by number`,
    [workspaceId, partnerId],
  );
}

export interface AuditRow {
  readonly id: string;
  readonly at: Instant;
  readonly actor: Actor;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who changed what about the partner, newest first; stages and notes stand in the timeline by themselves. */
export function selectAudit(
  tx: Tx,
  workspaceId: string,
  subject: string,
  before: string | null,
  limit: number,
): Promise<AuditRow[]> {
  return tx.query<AuditRow>(
    `select id, at, actor, action, before, after from audit
      where workspace_id = $1 and subject = $2 and ($3::uuid is null or id < $3)
        and action not in ('partner.stage_changed', 'partnership.gates_waived') and action not like 'note.%'
      order by id desc limit $4`,
    [workspaceId, subject, before, limit],
  );
}
