import type { BriefTexts } from '@cordee/contract/dispute-body';
import type { Side } from '@cordee/core/partnership';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export interface BriefRecord {
  readonly id: string;
  readonly disputeId: string;
  readonly step: number;
  readonly side: Side;
  readonly texts: BriefTexts;
  readonly submittedAt: Instant | null;
  readonly sha256: string | null;
}

const columns = `id, dispute_id as "disputeId", step, side, texts, submitted_at as "submittedAt", sha256`;

/** All briefs of a dispute, drafts among them: the caller knows who reads. */
export function selectBriefs(tx: Tx, workspaceId: string, disputeId: string): Promise<BriefRecord[]> {
  return tx.query<BriefRecord>(
    `select ${columns} from dispute_brief where workspace_id = $1 and dispute_id = $2 order by step, submitted_at, side`,
    [workspaceId, disputeId],
  );
}

export async function findBrief(tx: Tx, workspaceId: string, id: string): Promise<BriefRecord | null> {
  const [row] = await tx.query<BriefRecord>(`select ${columns} from dispute_brief where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
  ]);
  return row ?? null;
}

export interface NewBrief {
  readonly id: string;
  readonly disputeId: string;
  readonly step: number;
  readonly side: Side;
  readonly texts: BriefTexts;
  readonly at: Instant;
  readonly actor: unknown;
}

/** Keeps a draft, in the place of the one before. Its id; null when that side's brief of the step is handed in. */
export async function saveBrief(tx: Tx, workspaceId: string, brief: NewBrief): Promise<string | null> {
  const { id, disputeId, step, side, texts, at, actor } = brief;
  const [row] = await tx.query<{ id: string }>(
    `insert into dispute_brief (workspace_id, id, dispute_id, step, side, texts, saved_at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workspace_id, dispute_id, step, side) do update
       set texts = excluded.texts, saved_at = excluded.saved_at, actor = excluded.actor where dispute_brief.submitted_at is null
     returning id`,
    [workspaceId, id, disputeId, step, side, JSON.stringify(texts), new Date(at), JSON.stringify(actor)],
  );
  return row?.id ?? null;
}

/** From now on it stays as it is. */
export async function freezeBrief(tx: Tx, workspaceId: string, id: string, at: Instant, sha256: string): Promise<void> {
  await tx.query(
    `update dispute_brief set submitted_at = $3, sha256 = $4 where workspace_id = $1 and id = $2 and submitted_at is null`,
    [workspaceId, id, new Date(at), sha256],
  );
}
