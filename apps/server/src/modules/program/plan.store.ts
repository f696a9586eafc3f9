import type { PlanDocument } from '@cordee/core/plan';
import type { Instant } from '@cordee/core/time';
import { sql, type Selectable } from 'kysely';
import { sha256 } from '../../platform/crypto/index.ts';
import type { Tables, Tx } from '../../platform/db/index.ts';

export interface PlanRecord {
  readonly id: string;
  readonly programId: string;
  readonly name: string;
  readonly createdAt: Instant;
}

export interface VersionRecord {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly document: PlanDocument;
  readonly createdAt: Instant;
  /** Grows each time a draft is replaced. */
  readonly revision: number;
  /** null: a draft. */
  readonly publishedAt: Instant | null;
  readonly effectiveAt: Instant | null;
}

export interface PublishedRecord extends VersionRecord {
  readonly publishedAt: Instant;
  readonly effectiveAt: Instant;
}

export async function findPlan(tx: Tx, workspaceId: string, id: string): Promise<PlanRecord | null> {
  const row = await tx.kysely
    .selectFrom('plan')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromPlanRow(row);
}

export async function selectPlans(
  tx: Tx,
  workspaceId: string,
  programId: string,
  after: string | null,
  limit: number,
): Promise<PlanRecord[]> {
  let query = tx.kysely
    .selectFrom('plan')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('program_id', '=', programId);
  if (after !== null) query = query.where('id', '>', after);
  const rows = await query.orderBy('id').limit(limit).execute();
  return rows.map(fromPlanRow);
}

/** Some plans, by id. */
export async function selectPlansById(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<Map<string, PlanRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.kysely
    .selectFrom('plan')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, fromPlanRow(row)]));
}

export async function insertPlan(tx: Tx, workspaceId: string, plan: PlanRecord): Promise<void> {
  await tx.kysely
    .insertInto('plan')
    .values({
      workspace_id: workspaceId,
      id: plan.id,
      program_id: plan.programId,
      name: plan.name,
      created_at: new Date(plan.createdAt),
    })
    .execute();
}

export async function findVersion(tx: Tx, workspaceId: string, id: string): Promise<VersionRecord | null> {
  const row = await tx.kysely
    .selectFrom('plan_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromVersionRow(row);
}

/** The hash of a version's document as it was written, in hexadecimal. */
export async function versionHash(tx: Tx, workspaceId: string, id: string): Promise<string> {
  const row = await tx.kysely
    .selectFrom('plan_version')
    .select('document_hash')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return Buffer.from(row.document_hash).toString('hex');
}

/** The versions of some plans, by number. */
export async function selectVersions(tx: Tx, workspaceId: string, planIds: readonly string[]): Promise<VersionRecord[]> {
  if (planIds.length === 0) return [];
  const rows = await tx.kysely
    .selectFrom('plan_version')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`plan_id = any(${[...planIds]}::uuid[])`)
    .orderBy('number')
    .execute();
  return rows.map(fromVersionRow);
}

/** Every published version of the workspace with its program, by plan and effective instant. */
export async function selectPublished(
  tx: Tx,
  workspaceId: string,
): Promise<{ readonly programId: string; readonly version: PublishedRecord }[]> {
  const rows = await tx.kysely
    .selectFrom('plan_version as v')
    .innerJoin('plan as p', (join) => join.onRef('p.workspace_id', '=', 'v.workspace_id').onRef('p.id', '=', 'v.plan_id'))
    .selectAll('v')
    .select('p.program_id')
    .where('v.workspace_id', '=', workspaceId)
    .where('v.published_at', 'is not', null)
    .orderBy('v.plan_id')
    .orderBy('v.effective_at')
    .execute();
  return rows.flatMap((row) => {
    const version = fromVersionRow(row);
    return isPublished(version) ? [{ programId: row.program_id, version }] : [];
  });
}

export function isPublished(version: VersionRecord): version is PublishedRecord {
  return version.publishedAt !== null && version.effectiveAt !== null;
}

export async function insertVersion(tx: Tx, workspaceId: string, version: VersionRecord): Promise<void> {
  await tx.kysely
    .insertInto('plan_version')
    .values({
      workspace_id: workspaceId,
      id: version.id,
      plan_id: version.planId,
      number: version.number,
      ...documentColumns(version.document),
      created_at: new Date(version.createdAt),
    })
    .execute();
}

/** Replaces the document of a draft, as its next revision. Throws when it is published meanwhile. */
export async function updateDraft(tx: Tx, workspaceId: string, id: string, document: PlanDocument): Promise<void> {
  const result = await tx.kysely
    .updateTable('plan_version')
    .set((row) => ({ ...documentColumns(document), revision: row('revision', '+', 1) }))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`plan version ${id} is no draft`);
}

/** Deletes a draft. Throws when it is published meanwhile. */
export async function removeDraft(tx: Tx, workspaceId: string, id: string): Promise<void> {
  const result = await tx.kysely
    .deleteFrom('plan_version')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  if (result.numDeletedRows !== 1n) throw new Error(`plan version ${id} is no draft`);
}

export async function publishDraft(
  tx: Tx,
  workspaceId: string,
  id: string,
  publishedAt: Instant,
  effectiveAt: Instant,
): Promise<void> {
  const result = await tx.kysely
    .updateTable('plan_version')
    .set({ published_at: new Date(publishedAt), effective_at: new Date(effectiveAt) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new Error(`plan version ${id} is no draft`);
}

function documentColumns(document: PlanDocument) {
  const text = JSON.stringify(document);
  return { document: text, document_hash: sha256(text) };
}

function fromPlanRow(row: Selectable<Tables['plan']>): PlanRecord {
  return { id: row.id, programId: row.program_id, name: row.name, createdAt: row.created_at };
}

function fromVersionRow(row: Selectable<Tables['plan_version']>): VersionRecord {
  return {
    id: row.id,
    planId: row.plan_id,
    number: row.number,
    document: row.document as PlanDocument,
    createdAt: row.created_at,
    revision: row.revision,
    publishedAt: row.published_at,
    effectiveAt: row.effective_at,
  };
}
