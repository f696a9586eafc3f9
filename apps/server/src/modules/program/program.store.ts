import type { Instant } from '@cordee/core/time';
import { sql, type Selectable } from 'kysely';
import type { Tables, Tx } from '../../platform/db/index.ts';

export interface ProgramRecord {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly destinationUrl: string;
  readonly clickParameter: string;
  readonly cookie: 'set' | 'never';
  readonly cookieDays: number;
  readonly gpc: 'respect' | 'ignore';
  readonly repeatMinutes: number;
  readonly maskCustomers: boolean;
  readonly createdAt: Instant;
  readonly archivedAt: Instant | null;
}

export interface WorkspaceSettings {
  readonly slug: string;
  readonly zone: string;
  readonly currency: string;
  readonly trackingHosts: readonly string[];
}

/** Tells every redirect, once this is committed, that links of the workspace are to be read again. */
export async function announceLinks(tx: Tx, workspaceId: string): Promise<void> {
  await sql`select pg_notify('cordee_links', ${workspaceId})`.execute(tx.kysely);
}

export async function readWorkspace(tx: Tx, workspaceId: string): Promise<WorkspaceSettings> {
  const row = await tx.kysely
    .selectFrom('workspace')
    .select(['slug', 'zone', 'currency', 'tracking_hosts'])
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
  return { slug: row.slug, zone: row.zone, currency: row.currency, trackingHosts: row.tracking_hosts };
}

export async function findProgram(tx: Tx, workspaceId: string, id: string): Promise<ProgramRecord | null> {
  const row = await tx.kysely
    .selectFrom('program')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** The programs that keep customers from partners' eyes. */
export async function selectMasking(tx: Tx, workspaceId: string): Promise<string[]> {
  const rows = await tx.kysely
    .selectFrom('program')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('mask_customers', '=', true)
    .execute();
  return rows.map(({ id }) => id);
}

/** The slugs in use that start like `stem`. */
export async function slugsLike(tx: Tx, workspaceId: string, stem: string): Promise<Set<string>> {
  const rows = await tx.kysely
    .selectFrom('program')
    .select('slug')
    .where('workspace_id', '=', workspaceId)
    .where(sql<boolean>`starts_with(slug, ${stem})`)
    .execute();
  return new Set(rows.map((row) => row.slug));
}

/** All programs of the workspace. */
export async function selectAllPrograms(tx: Tx, workspaceId: string): Promise<ProgramRecord[]> {
  const rows = await tx.kysely.selectFrom('program').selectAll().where('workspace_id', '=', workspaceId).orderBy('id').execute();
  return rows.map(fromRow);
}

export async function selectPrograms(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<ProgramRecord[]> {
  let query = tx.kysely.selectFrom('program').selectAll().where('workspace_id', '=', workspaceId);
  if (after !== null) query = query.where('id', '<', after);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map(fromRow);
}

export async function insertProgram(tx: Tx, workspaceId: string, program: ProgramRecord): Promise<void> {
  await tx.kysely
    .insertInto('program')
    .values({
      ...columnsOf(program),
      workspace_id: workspaceId,
      id: program.id,
      created_at: new Date(program.createdAt),
    })
    .execute();
}

export async function updateProgram(tx: Tx, workspaceId: string, program: ProgramRecord): Promise<void> {
  await tx.kysely
    .updateTable('program')
    .set(columnsOf(program))
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', program.id)
    .execute();
}

function columnsOf(program: ProgramRecord) {
  return {
    name: program.name,
    slug: program.slug,
    destination_url: program.destinationUrl,
    click_parameter: program.clickParameter,
    cookie: program.cookie,
    cookie_days: program.cookieDays,
    gpc: program.gpc,
    repeat_minutes: program.repeatMinutes,
    mask_customers: program.maskCustomers,
  };
}

function fromRow(row: Selectable<Tables['program']>): ProgramRecord {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    destinationUrl: row.destination_url,
    clickParameter: row.click_parameter,
    cookie: row.cookie,
    cookieDays: row.cookie_days,
    gpc: row.gpc,
    repeatMinutes: row.repeat_minutes,
    maskCustomers: row.mask_customers,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  };
}
