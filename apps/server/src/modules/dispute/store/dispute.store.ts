import type { DisputeSubject } from '@cordee/contract/dispute-body';
import type { Dispute, DisputeState } from '@cordee/core/escalation';
import type { Side } from '@cordee/core/partnership';
import type { Instant, LocalDate } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import type { FrozenLadder } from '../ladder/frozen-ladder.ts';

export interface DisputeRecord {
  readonly id: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly openedBy: Side;
  readonly subject: DisputeSubject;
  readonly subjectId: string | null;
  readonly clause: string | null;
  readonly title: string;
  readonly asks: string;
  readonly openedAt: Instant;
  readonly ladder: FrozenLadder;
  readonly run: Dispute;
  readonly holdsPayments: boolean;
  readonly remindedFor: LocalDate | null;
  readonly entries: number;
  readonly head: string;
}

/** Of a run, for lists and the clock. */
export interface Standing {
  readonly state: DisputeState;
  readonly step: number;
  readonly deadline: LocalDate | null;
  readonly waitsFor: Side | 'both' | null;
  readonly endedOn: LocalDate | null;
}

export interface DisputeFilter {
  readonly id?: string;
  readonly partnerId: string | null;
  readonly states: readonly DisputeState[] | null;
  readonly waitsFor: Side | null;
  readonly before: string | null;
  readonly limit: number;
}

const columns = `d.id, d.partner_id as "partnerId", p.name as "partnerName", d.opened_by as "openedBy", d.subject,
  d.subject_id as "subjectId", d.clause, d.title, d.asks, d.opened_at as "openedAt", d.ladder, d.run,
  d.holds_payments as "holdsPayments", d.reminded_for::text as "remindedFor", d.entries, d.head`;
const from = `from dispute d join partner p on p.workspace_id = d.workspace_id and p.id = d.partner_id`;

/** Disputes, newest first. */
export function selectDisputes(tx: Tx, workspaceId: string, filter: DisputeFilter): Promise<DisputeRecord[]> {
  return tx.query<DisputeRecord>(
    `select ${columns} ${from}
      where d.workspace_id = $1 and ($2::uuid is null or d.id = $2) and ($3::uuid is null or d.partner_id = $3)
        and ($4::text[] is null or d.state = any($4)) and ($5::text is null or d.waits_for in ($5, 'both'))
        and ($6::uuid is null or d.id < $6)
      order by d.id desc limit $7`,
    [
      workspaceId,
      filter.id ?? null,
      filter.partnerId,
      filter.states === null ? null : [...filter.states],
      filter.waitsFor,
      filter.before,
      filter.limit,
    ],
  );
}

/** Holds a dispute against everybody else until the end of the transaction; false when there is none. */
export async function lockDispute(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from dispute where workspace_id = $1 and id = $2 for update`, [workspaceId, id]);
  return rows.length === 1;
}

/** A partner's disputes are opened one after the other. The id of one that runs about the same, or null. */
export async function findTwin(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  about: { readonly subjectId: string | null; readonly clause: string | null },
): Promise<string | null> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('dispute ' || $1::text || $2::text, 0))`, [
    workspaceId,
    partnerId,
  ]);
  if (about.subjectId === null) return null;
  const rows = await tx.query<{ id: string }>(
    `select id from dispute where workspace_id = $1 and partner_id = $2 and subject_id = $3 and clause is not distinct from $4::text
        and state in ('open', 'paused')`,
    [workspaceId, partnerId, about.subjectId, about.clause],
  );
  return rows[0]?.id ?? null;
}

export async function insertDispute(tx: Tx, workspaceId: string, record: DisputeRecord, standing: Standing): Promise<void> {
  await tx.query(
    `insert into dispute (workspace_id, id, partner_id, opened_by, subject, subject_id, clause, title, asks, opened_at, ladder, run,
       state, step, deadline, waits_for, ended_on, holds_payments, entries, head)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, $19)`,
    [
      workspaceId,
      record.id,
      record.partnerId,
      record.openedBy,
      record.subject,
      record.subjectId,
      record.clause,
      record.title,
      record.asks,
      new Date(record.openedAt),
      JSON.stringify(record.ladder),
      JSON.stringify(record.run),
      standing.state,
      standing.step,
      standing.deadline,
      standing.waitsFor,
      standing.endedOn,
      record.holdsPayments,
      record.head,
    ],
  );
}

/** How a dispute stands from here on. */
export async function saveRun(tx: Tx, workspaceId: string, id: string, run: Dispute, standing: Standing): Promise<void> {
  const { state, step, deadline, waitsFor, endedOn } = standing;
  await tx.query(
    `update dispute set run = $3, state = $4, step = $5, deadline = $6, waits_for = $7, ended_on = $8
      where workspace_id = $1 and id = $2`,
    [workspaceId, id, JSON.stringify(run), state, step, deadline, waitsFor, endedOn],
  );
}

export async function markReminded(tx: Tx, workspaceId: string, id: string, deadline: LocalDate): Promise<void> {
  await tx.query(`update dispute set reminded_for = $3 where workspace_id = $1 and id = $2`, [workspaceId, id, deadline]);
}

/** What the clock has to look at by the day: paused, over, or near its end. */
export async function selectDue(tx: Tx, workspaceId: string, until: LocalDate): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from dispute where workspace_id = $1 and state in ('open', 'paused') and (deadline is null or deadline <= $2::date)
      order by id`,
    [workspaceId, until],
  );
  return rows.map(({ id }) => id);
}

/** How many disputes run with each of these partners, and whether payments wait for one. */
export async function countRunning(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<Map<string, { readonly open: number; readonly holds: boolean }>> {
  const rows = await tx.query<{ id: string; open: number; holds: boolean }>(
    `select partner_id as id, count(*)::integer as open, bool_or(holds_payments) as holds from dispute
      where workspace_id = $1 and partner_id = any($2::uuid[]) and state in ('open', 'paused') group by partner_id`,
    [workspaceId, [...partnerIds]],
  );
  return new Map(rows.map(({ id, open, holds }) => [id, { open, holds }]));
}
