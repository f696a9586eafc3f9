import type { Stage } from '@cordee/contract/partner';
import type { GateCode } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';

export interface WaiverRecord {
  readonly gate: GateCode | 'move';
  readonly state: 'open' | 'unknown' | 'no_move';
  readonly reason: string | null;
}

/** Keeps what a stage was reached in spite of. */
export async function insertWaivers(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  stageNumber: number,
  waivers: readonly WaiverRecord[],
): Promise<void> {
  if (waivers.length === 0) return;
  await tx.query(
    `insert into partnership_waiver (workspace_id, partner_id, stage_number, gate, state, reason)
     select $1, $2, $3, w.gate, w.state, w.reason from unnest($4::text[], $5::text[], $6::text[]) as w (gate, state, reason)`,
    [
      workspaceId,
      partnerId,
      stageNumber,
      waivers.map(({ gate }) => gate),
      waivers.map(({ state }) => state),
      waivers.map(({ reason }) => reason),
    ],
  );
}

export interface KeptWaiver extends WaiverRecord {
  readonly stage: Stage;
  readonly recorded_at: Instant;
  readonly actor: Actor;
}

/** What was waived in a partnership, newest first, a hundred at most. */
export function selectWaivers(tx: Tx, workspaceId: string, partnerId: string): Promise<KeptWaiver[]> {
  return tx.query<KeptWaiver>(
    `select w.gate, w.state, w.reason, s.stage, s.recorded_at, s.actor from partnership_waiver w
       join partner_stage s on s.workspace_id = w.workspace_id and s.partner_id = w.partner_id and s.number = w.stage_number
      where w.workspace_id = $1 and w.partner_id = $2 order by w.stage_number desc, w.gate limit 100`,
    [workspaceId, partnerId],
  );
}

/** How long stays at each stage lasted, and how many stand there: a stay ends where the next begins. */
export function selectStageTimes(
  tx: Tx,
  workspaceId: string,
): Promise<{ stage: Stage; standing: bigint; stays: bigint; median_s: number | null; longest_s: number | null }[]> {
  return tx.query(
    `with stay as (
       select stage, from_at, lead(from_at) over (partition by partner_id order by number) as until
         from partner_stage where workspace_id = $1
     ), length as (
       select stage, until is null as stands, 
         case when until is not null then greatest(0, extract(epoch from until - from_at))::double precision end as seconds from stay
     )
     select stage, count(*) filter (where stands) as standing, count(*) filter (where not stands) as stays,
       percentile_cont(0.5) within group (order by seconds) as median_s, max(seconds) as longest_s
       from length group by stage order by stage`,
    [workspaceId],
  );
}
