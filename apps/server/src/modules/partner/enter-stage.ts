import type { Stage } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, type Instant } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { AuditEntry } from '../../platform/verb.ts';
import { insertStages, moveToStage } from './stage.store.ts';

export interface EnteredStage {
  readonly stage: Stage;
  readonly since: Instant;
  readonly reason: string | null;
}

/**
 * Puts those of the partners that are not there yet at a stage, in the transaction of whoever decided it; the number of each entry
 * in the history, by partner, and what the audit trail keeps of it.
 */
export async function enterStage(
  tx: Tx,
  context: Context,
  before: ReadonlyMap<string, Stage>,
  { stage, since, reason }: EnteredStage,
): Promise<{ readonly numbers: ReadonlyMap<string, number>; readonly audits: AuditEntry[] }> {
  const { workspaceId, actor } = context;
  const moved = await moveToStage(tx, workspaceId, [...before.keys()], stage, since);
  const entry = { stage, reason, from: since, recordedAt: context.now(), actor };
  const numbers = await insertStages(tx, workspaceId, moved, entry);
  const audits = moved.map((id) => ({
    action: 'partner.stage_changed',
    subject: encodeId('prt', id),
    before: { stage: before.get(id) },
    after: { stage, since: formatInstant(since), reason },
  }));
  return { numbers, audits };
}
