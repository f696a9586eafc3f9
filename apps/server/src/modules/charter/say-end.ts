import { encodeId } from '@cordee/core/ids';
import type { Side } from '@cordee/core/partnership';
import { shiftDate, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { recordAudit } from '../../platform/verb.ts';
import { followVersion } from './charter-duties.ts';
import { insertEntry, reopenCharter, updateEnd } from './charter-change.store.ts';
import { lockCharter, selectCharters } from './charter.store.ts';

/** An end that follows from a notice, or from what both sides agreed about it. */
export interface SaidEnd {
  readonly charterId: string;
  readonly version: number;
  readonly side: Side;
  /** The last day it holds; null: it goes on, as if no end had been said. */
  readonly lastOn: LocalDate | null;
  readonly reason: string;
}

/**
 * Says the last day of a charter, or takes that back, within the transaction of whoever decided it: its obligations follow at once. The
 * caller answers for who may. False when it was so already, or when another charter was begun since and this one cannot be reopened.
 */
export async function sayEnd(tx: Tx, context: Context, { charterId, version, side, lastOn, reason }: SaidEnd): Promise<boolean> {
  const { workspaceId, actor } = context;
  if (!(await lockCharter(tx, workspaceId, charterId))) return false;
  const [charter] = await selectCharters(tx, workspaceId, { id: charterId, limit: 1 });
  const endsOn = lastOn === null ? null : shiftDate(lastOn, 1);
  if (charter === undefined || charter.endsOn === endsOn) return false;
  if (endsOn === null) {
    if (!(await reopenCharter(tx, workspaceId, charterId))) return false;
  } else await updateEnd(tx, workspaceId, charterId, endsOn);
  await followVersion(tx, context, charterId);
  const text = endsOn === null ? reason : `${endsOn} · ${reason}`;
  const entry = {
    kind: endsOn === null ? ('resumed' as const) : ('ended' as const),
    version,
    clause: null,
    proposal: null,
    text,
  };
  await insertEntry(tx, workspaceId, charterId, { ...entry, at: context.now(), side, actor });
  const subject = encodeId('chr', charterId);
  await recordAudit(tx, context, { action: endsOn === null ? 'charter.resumed' : 'charter.ended', subject, after: { endsOn } });
  return true;
}
