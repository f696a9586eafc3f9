import type { Stage } from '@cordee/contract/partner';
import type { Instant } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface StageEntry {
  readonly partnerId: string;
  readonly stage: Stage;
  readonly reason: string | null;
  readonly from: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
}

/** Adds to the history of a partner's stages. */
export async function insertStage(tx: Tx, workspaceId: string, entry: StageEntry): Promise<void> {
  await insertStages(tx, workspaceId, [entry.partnerId], entry);
}

/** The same entry for several partners; the number each got. */
export async function insertStages(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  entry: Omit<StageEntry, 'partnerId'>,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.query<{ partner_id: string; number: number }>(
    `insert into partner_stage (workspace_id, partner_id, number, stage, reason, from_at, recorded_at, actor)
     select $1, a.id, 1 + coalesce((select max(s.number) from partner_stage s where s.workspace_id = $1 and s.partner_id = a.id), 0),
       $3, $4, $5, $6, $7
     from unnest($2::uuid[]) as a (id) returning partner_id, number`,
    [
      workspaceId,
      partnerIds,
      entry.stage,
      entry.reason,
      new Date(entry.from),
      new Date(entry.recordedAt),
      JSON.stringify(entry.actor),
    ],
  );
  return new Map(rows.map((row) => [row.partner_id, row.number]));
}

/** Where these partners stand, locked in the order of ids until the transaction ends. */
export async function lockStages(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<ReadonlyMap<string, Stage>> {
  const rows = await tx.query<{ id: string; stage: Stage }>(
    `select id, stage from partner where workspace_id = $1 and id = any($2::uuid[]) order by id for update`,
    [workspaceId, partnerIds],
  );
  return new Map(rows.map(({ id, stage }) => [id, stage]));
}

/** Moves those of the partners that are not there yet; their ids. Rows are locked in the order of ids. */
export async function moveToStage(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  stage: Stage,
  since: Instant,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update partner p set stage = $3, stage_since = $4
       from (select id from partner where workspace_id = $1 and id = any($2::uuid[]) and stage <> $3 order by id for update) moved
      where p.workspace_id = $1 and p.id = moved.id returning p.id`,
    [workspaceId, partnerIds, stage, new Date(since)],
  );
  return rows.map(({ id }) => id);
}

/** How many partners that are not archived stand at each stage. */
export async function stageCounts(tx: Tx, workspaceId: string): Promise<ReadonlyMap<Stage, number>> {
  const rows = await tx.query<{ stage: Stage; partners: bigint }>(
    `select stage, count(*) as partners from partner where workspace_id = $1 and archived_at is null group by stage`,
    [workspaceId],
  );
  return new Map(rows.map(({ stage, partners }) => [stage, Number(partners)]));
}
