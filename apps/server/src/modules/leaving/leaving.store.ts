import type { leavingEntryKinds } from '@cordee/contract/leaving';
import type { EndBasis, Leaving, LeavingOffer, LeavingState } from '@cordee/core/exit';
import type { PartnershipStage, Side } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';

export interface LeavingRecord extends Leaving {
  readonly id: string;
  readonly partnerId: string;
  readonly state: LeavingState;
  readonly side: Side;
  readonly earliestOn: LocalDate;
  readonly basis: EndBasis;
  readonly reason: string;
  readonly offer: (LeavingOffer & { readonly text?: string | null }) | null;
  readonly stage: PartnershipStage | null;
  readonly runOffOn: LocalDate | null;
  readonly accessDays: number;
  readonly readsUntil: LocalDate | null;
}

export type EntryKind = (typeof leavingEntryKinds)[number];

export interface EntryRecord {
  readonly number: number;
  readonly at: Instant;
  readonly kind: EntryKind;
  readonly side: Side | 'clock';
  readonly actor: Actor;
  readonly text: string | null;
  readonly endsOn: LocalDate | null;
}

export interface StepRecord {
  readonly step: string;
  readonly at: Instant;
  readonly side: Side | 'clock';
  readonly text: string | null;
}

const columns = `id, partner_id as "partnerId", state, side, noticed_on as "noticedOn", ends_on as "endsOn", earliest_on as "earliestOn",
  basis, reason, offer, stage, run_off_on as "runOffOn", access_days as "accessDays", ended_on as "endedOn", reads_until as "readsUntil"`;

/** The leaving of a partner that was not withdrawn, the last one; held until the end of the transaction if asked. */
export async function findLeaving(tx: Tx, workspaceId: string, partnerId: string, isHeld = false): Promise<LeavingRecord | null> {
  const [row] = await tx.query<LeavingRecord>(
    `select ${columns} from leaving where workspace_id = $1 and partner_id = $2 and state <> 'withdrawn'
      order by id desc limit 1 ${isHeld ? 'for update' : ''}`,
    [workspaceId, partnerId],
  );
  return row ?? null;
}

/** Those for whose days the clock has something to do: their last day is over, and not all has been done. */
export function selectToFollow(tx: Tx, workspaceId: string, today: LocalDate): Promise<LeavingRecord[]> {
  return tx.query<LeavingRecord>(
    `select ${columns} from leaving l where l.workspace_id = $1 and l.state <> 'withdrawn' and l.ends_on < $2
       and (not exists (select 1 from leaving_step s where s.workspace_id = l.workspace_id and s.leaving_id = l.id
              and s.step = 'enrollments')
         or (l.reads_until < $2 and not exists (select 1 from leaving_step s where s.workspace_id = l.workspace_id
              and s.leaving_id = l.id and s.step = 'access')))
      order by l.id`,
    [workspaceId, today],
  );
}

/** Those that end on a day, for people to be told in time. */
export function selectEnding(tx: Tx, workspaceId: string, from: LocalDate, to: LocalDate): Promise<LeavingRecord[]> {
  return tx.query<LeavingRecord>(
    `select ${columns} from leaving l where l.workspace_id = $1 and l.state in ('noticed', 'begun') and l.ends_on between $2 and $3
       and not exists (select 1 from leaving_step s where s.workspace_id = l.workspace_id and s.leaving_id = l.id
         and s.step = 'told ' || l.ends_on)
      order by l.id`,
    [workspaceId, from, to],
  );
}

export async function insertLeaving(tx: Tx, workspaceId: string, leaving: LeavingRecord, at: Instant): Promise<boolean> {
  const rows = await tx.query(
    `insert into leaving (workspace_id, id, partner_id, state, side, noticed_on, ends_on, earliest_on, basis, reason, stage,
       run_off_on, access_days, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing returning id`,
    [
      workspaceId,
      leaving.id,
      leaving.partnerId,
      leaving.state,
      leaving.side,
      leaving.noticedOn,
      leaving.endsOn,
      leaving.earliestOn,
      leaving.basis,
      leaving.reason,
      leaving.stage,
      leaving.runOffOn,
      leaving.accessDays,
      new Date(at),
    ],
  );
  return rows.length > 0;
}

/** Brings a leaving to how it stands now. */
export async function updateLeaving(tx: Tx, workspaceId: string, leaving: LeavingRecord): Promise<void> {
  const { id, state, endsOn, offer, stage, runOffOn, accessDays, endedOn, readsUntil } = leaving;
  await tx.query(
    `update leaving set state = $3, ends_on = $4, offer = $5, stage = $6, run_off_on = $7, access_days = $8, ended_on = $9,
       reads_until = $10 where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      state,
      endsOn,
      offer === null ? null : JSON.stringify(offer),
      stage,
      runOffOn,
      accessDays,
      endedOn,
      readsUntil,
    ],
  );
}

export async function addEntry(tx: Tx, workspaceId: string, id: string, entry: Omit<EntryRecord, 'number'>): Promise<void> {
  const { at, kind, side, actor, text, endsOn } = entry;
  await tx.query(
    `with counted as (update leaving set entries = entries + 1 where workspace_id = $1 and id = $2 returning entries)
     insert into leaving_entry (workspace_id, leaving_id, number, at, kind, side, actor, text, ends_on)
     select $1, $2, entries, $3, $4, $5, $6, $7, $8 from counted`,
    [workspaceId, id, new Date(at), kind, side, JSON.stringify(actor), text, endsOn],
  );
}

export function selectEntries(tx: Tx, workspaceId: string, id: string): Promise<EntryRecord[]> {
  return tx.query<EntryRecord>(
    `select number, at, kind, side, actor, text, ends_on as "endsOn" from leaving_entry
      where workspace_id = $1 and leaving_id = $2 order by number`,
    [workspaceId, id],
  );
}

/** Keeps that a step is done; false when it was already. */
export async function keepStep(
  tx: Tx,
  workspaceId: string,
  id: string,
  { step, at, side, text, actor }: StepRecord & { readonly actor: Actor },
): Promise<boolean> {
  const rows = await tx.query(
    `insert into leaving_step (workspace_id, leaving_id, step, at, side, actor, text) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning step`,
    [workspaceId, id, step, new Date(at), side, JSON.stringify(actor), text],
  );
  return rows.length > 0;
}

export function selectSteps(tx: Tx, workspaceId: string, id: string): Promise<StepRecord[]> {
  return tx.query<StepRecord>(
    `select step, at, side, text from leaving_step where workspace_id = $1 and leaving_id = $2 order by at, step`,
    [workspaceId, id],
  );
}
