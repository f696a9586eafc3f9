import { claimVerdict, deadlineOf, isDecided, isOverdue, stateAfter, type ClaimStep } from '@cordee/core/claim';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { attachFiles } from '../../platform/files/index.ts';
import { workspaceKeys } from '../fact/index.ts';
import { clockOf, timeTaken } from './claim-clock.ts';
import { addEntry, changeClaim } from './claim-change.store.ts';
import { selectEntries, type ClaimEntry, type ClaimRecord, type Settled } from './claim.store.ts';
import { impossibleNow } from './refusals.ts';

export interface Step {
  readonly step: ClaimStep;
  readonly entry: Pick<ClaimEntry, 'kind' | 'side' | 'text' | 'links'>;
  /** What is handed in with it. */
  readonly files?: readonly string[];
  readonly code?: string;
  readonly settled?: Settled;
}

/** Refuses `conflict` when this step cannot follow. */
export function mustAllow(record: ClaimRecord, step: ClaimStep, now: number): void {
  const isSettled = record.settled !== null && record.settled.by !== null;
  const verdict = claimVerdict({ ...record, isSettled }, step, now);
  if (verdict !== 'allowed') throw impossibleNow(verdict);
}

/** Takes a step of a claim that is held: what was written is added, and the clock set anew. Refuses `conflict` when it cannot follow. */
export async function takeStep(
  tx: Tx,
  context: Context,
  record: ClaimRecord,
  { step, entry, files = [], code, settled }: Step,
): Promise<void> {
  const { workspaceId, actor, db } = context;
  const at = context.now();
  mustAllow(record, step, at);
  const { zone } = await workspaceKeys(db, workspaceId);
  const place = await addEntry(tx, workspaceId, record.id, { ...entry, at, actor });
  await attachFiles(tx, context, { subject: encodeId('clm', record.id), place }, files);
  const state = stateAfter(record.state, step);
  const clock = clockOf(record, await selectEntries(tx, workspaceId, record.id), zone);
  const isNew = isDecided(state) && !isDecided(record.state);
  const decided = {
    at,
    byClock: entry.side === 'clock',
    wasLate: isOverdue(record, at),
    answerMs: timeTaken(clock, at),
    code: code ?? null,
    reason: code === undefined ? null : entry.text,
  };
  await changeClaim(tx, workspaceId, record.id, {
    state,
    deadline: isDecided(state) ? null : deadlineOf(clock),
    ...(isNew ? { decided } : {}),
    ...(settled === undefined ? {} : { settled }),
  });
}
