import type { EnrollmentState } from '@cordee/core/counting';
import type { UplineEnrollment } from '@cordee/core/program';
import type { Instant } from '@cordee/core/time';
import { sql, type Selectable } from 'kysely';
import type { Tables, Tx } from '../../platform/db/index.ts';

export interface EnrollmentRecord {
  readonly id: string;
  readonly programId: string;
  readonly partnerId: string;
  readonly uplineEnrollmentId: string | null;
  readonly createdAt: Instant;
}

/** One entry of a history; `number` counts from 1 in each enrollment. */
export interface Entry {
  readonly enrollmentId: string;
  readonly number: number;
  readonly from: Instant;
  readonly recordedAt: Instant;
}

export interface StateEntry extends Entry {
  readonly state: EnrollmentState;
  readonly reason: string | null;
}

export interface PlanEntry extends Entry {
  readonly planId: string | null;
}

export interface EnrollmentFilter {
  readonly programId: string | null;
  readonly partnerId: string | null;
  /** Those a plan holds for at an instant: their own or their program's, and not ended. */
  readonly under?: { readonly planId: string; readonly at: Instant };
  readonly after: string | null;
  readonly limit: number;
}

export async function findEnrollment(tx: Tx, workspaceId: string, id: string): Promise<EnrollmentRecord | null> {
  const row = await tx.kysely
    .selectFrom('enrollment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function findEnrollmentOf(
  tx: Tx,
  workspaceId: string,
  programId: string,
  partnerId: string,
): Promise<EnrollmentRecord | null> {
  const row = await tx.kysely
    .selectFrom('enrollment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId)
    .where('partner_id', '=', partnerId)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function selectEnrollments(tx: Tx, workspaceId: string, filter: EnrollmentFilter): Promise<EnrollmentRecord[]> {
  let query = tx.kysely.selectFrom('enrollment').selectAll().where('workspace_id', '=', workspaceId);
  if (filter.programId !== null) query = query.where('program_id', '=', filter.programId);
  if (filter.partnerId !== null) query = query.where('partner_id', '=', filter.partnerId);
  if (filter.under !== undefined) query = query.where(isUnder(filter.under));
  if (filter.after !== null) query = query.where('id', '<', filter.after);
  const rows = await query.orderBy('id', 'desc').limit(filter.limit).execute();
  return rows.map(fromRow);
}

/** The entry in force is chosen as `entryAt` does. */
function isUnder({ planId, at }: { readonly planId: string; readonly at: Instant }) {
  const now = new Date(at);
  const inForce = sql`case when s.from_at <= greatest(${now}, s.recorded_at) then s.from_at end desc nulls last, s.from_at, s.number desc`;
  return sql<boolean>`
    (select s.state from enrollment_state s
      where s.workspace_id = enrollment.workspace_id and s.enrollment_id = enrollment.id order by ${inForce} limit 1) <> 'ended'
    and coalesce(
      (select s.plan_id from enrollment_plan s
        where s.workspace_id = enrollment.workspace_id and s.enrollment_id = enrollment.id order by ${inForce} limit 1),
      (select s.plan_id from program_terms s
        where s.workspace_id = enrollment.workspace_id and s.program_id = enrollment.program_id order by ${inForce} limit 1)
    ) = ${planId}`;
}

/** All enrollments of a partner, or of the workspace. */
export async function selectAllEnrollments(tx: Tx, workspaceId: string, partnerId: string | null): Promise<EnrollmentRecord[]> {
  let query = tx.kysely.selectFrom('enrollment').selectAll().where('workspace_id', '=', workspaceId);
  if (partnerId !== null) query = query.where('partner_id', '=', partnerId);
  const rows = await query.orderBy('id').execute();
  return rows.map(fromRow);
}

/** All enrollments of these partners. */
export async function selectEnrollmentsOf(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
): Promise<EnrollmentRecord[]> {
  const rows = await tx.kysely
    .selectFrom('enrollment')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`partner_id = any(${[...partnerIds]}::uuid[])`)
    .orderBy('id')
    .execute();
  return rows.map(fromRow);
}

/** The enrollment and all above it, by id. */
export async function selectUpline(tx: Tx, workspaceId: string, id: string): Promise<Map<string, UplineEnrollment>> {
  const { rows } = await sql<Selectable<Tables['enrollment']>>`
    with recursive chain as (
      select * from enrollment where workspace_id = ${workspaceId} and id = ${id}
      union
      select above.* from enrollment above join chain below
        on above.workspace_id = below.workspace_id and above.id = below.upline_enrollment_id
      where above.workspace_id = ${workspaceId}
    )
    select * from chain
  `.execute(tx.kysely);
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

export async function insertEnrollment(tx: Tx, workspaceId: string, enrollment: EnrollmentRecord): Promise<void> {
  await tx.kysely
    .insertInto('enrollment')
    .values({
      workspace_id: workspaceId,
      id: enrollment.id,
      program_id: enrollment.programId,
      partner_id: enrollment.partnerId,
      upline_enrollment_id: enrollment.uplineEnrollmentId,
      created_at: new Date(enrollment.createdAt),
    })
    .execute();
}

/** Histories of states of some enrollments, or of all, in the order they were recorded. */
export async function selectStates(tx: Tx, workspaceId: string, ids: readonly string[] | null): Promise<StateEntry[]> {
  let query = tx.kysely.selectFrom('enrollment_state').selectAll().where('workspace_id', '=', workspaceId);
  if (ids !== null) query = query.where(sql<boolean>`enrollment_id = any(${[...ids]}::uuid[])`);
  const rows = await query.orderBy('recorded_at').orderBy('number').execute();
  return rows.map((row) => ({ ...entryOf(row), state: row.state, reason: row.reason }));
}

export async function insertState(tx: Tx, workspaceId: string, entry: StateEntry): Promise<void> {
  await tx.kysely
    .insertInto('enrollment_state')
    .values({ ...entryColumns(workspaceId, entry), state: entry.state, reason: entry.reason })
    .execute();
}

/** Histories of own plans of some enrollments, or of all, in the order they were recorded. */
export async function selectPlanEntries(tx: Tx, workspaceId: string, ids: readonly string[] | null): Promise<PlanEntry[]> {
  let query = tx.kysely.selectFrom('enrollment_plan').selectAll().where('workspace_id', '=', workspaceId);
  if (ids !== null) query = query.where(sql<boolean>`enrollment_id = any(${[...ids]}::uuid[])`);
  const rows = await query.orderBy('recorded_at').orderBy('number').execute();
  return rows.map((row) => ({ ...entryOf(row), planId: row.plan_id }));
}

export async function insertPlanEntry(tx: Tx, workspaceId: string, entry: PlanEntry): Promise<void> {
  await tx.kysely
    .insertInto('enrollment_plan')
    .values({ ...entryColumns(workspaceId, entry), plan_id: entry.planId })
    .execute();
}

function entryColumns(workspaceId: string, entry: Entry) {
  return {
    workspace_id: workspaceId,
    enrollment_id: entry.enrollmentId,
    number: entry.number,
    from_at: new Date(entry.from),
    recorded_at: new Date(entry.recordedAt),
  };
}

function entryOf(row: { enrollment_id: string; number: number; from_at: Instant; recorded_at: Instant }): Entry {
  return { enrollmentId: row.enrollment_id, number: row.number, from: row.from_at, recordedAt: row.recorded_at };
}

function fromRow(row: Selectable<Tables['enrollment']>): EnrollmentRecord {
  return {
    id: row.id,
    programId: row.program_id,
    partnerId: row.partner_id,
    uplineEnrollmentId: row.upline_enrollment_id,
    createdAt: row.created_at,
  };
}
