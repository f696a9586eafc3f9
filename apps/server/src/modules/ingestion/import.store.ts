import type { ImportKind } from '@cordee/contract/import';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { FileSettings } from './csv/open-file.ts';
import type { RejectCode } from './csv/rejects.ts';

export type ImportState = 'waiting' | 'running' | 'done' | 'failed';

export interface ImportFault {
  readonly code: string;
  readonly message: string;
}

export interface ImportRecord {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly state: ImportState;
  readonly settings: FileSettings;
  readonly sizeBytes: number;
  readonly position: number;
  /** Of the next row, counted from 1. */
  readonly line: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly fault: ImportFault | null;
}

interface ImportRow {
  id: string;
  kind: ImportKind;
  file_name: string;
  state: ImportState;
  settings: FileSettings;
  size_bytes: bigint | null;
  position_bytes: bigint;
  line: bigint;
  accepted: bigint;
  duplicates: bigint;
  rejected: bigint;
  created_at: Instant;
  finished_at: Instant | null;
  fault: ImportFault | null;
}

const columns =
  'id, kind, file_name, state, settings, size_bytes, position_bytes, line, accepted, duplicates, rejected, created_at, finished_at, fault';

export async function insertImport(
  tx: Tx,
  workspaceId: string,
  record: Pick<ImportRecord, 'id' | 'kind' | 'fileName' | 'settings' | 'sizeBytes' | 'position' | 'line' | 'createdAt'>,
): Promise<void> {
  await tx.query(
    `insert into import (workspace_id, id, kind, file_name, state, settings, size_bytes, position_bytes, line, created_at)
     values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8, $9)`,
    [
      workspaceId,
      record.id,
      record.kind,
      record.fileName,
      JSON.stringify(record.settings),
      record.sizeBytes,
      record.position,
      record.line,
      new Date(record.createdAt),
    ],
  );
}

export async function findImport(tx: Tx, workspaceId: string, id: string): Promise<ImportRecord | null> {
  const [row] = await tx.query<ImportRow>(`select ${columns} from import where workspace_id = $1 and id = $2`, [workspaceId, id]);
  return row === undefined ? null : fromRow(row);
}

/** Newest first (ids are made of their time), after an id. */
export async function selectImports(tx: Tx, workspaceId: string, after: string | null, limit: number): Promise<ImportRecord[]> {
  const rows = await tx.query<ImportRow>(
    `select ${columns} from import where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [workspaceId, after, limit],
  );
  return rows.map(fromRow);
}

/** Imports of every workspace that are not finished; the transaction must see all workspaces. */
export function unfinishedImports(tx: Tx): Promise<{ workspace_id: string; id: string }[]> {
  return tx.query(`select workspace_id, id from import where state in ('waiting', 'running') order by created_at`);
}

export interface Progress {
  readonly position: number;
  readonly line: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** Moves the cursor from where it was known to be; false when another run has moved it meanwhile. */
export async function moveCursor(tx: Tx, workspaceId: string, id: string, from: Progress, to: Progress): Promise<boolean> {
  const rows = await tx.query(
    `update import set state = 'running', position_bytes = $4, line = $5, accepted = $6, duplicates = $7, rejected = $8
      where workspace_id = $1 and id = $2 and position_bytes = $3 and state in ('waiting', 'running') returning id`,
    [workspaceId, id, from.position, to.position, to.line, to.accepted, to.duplicates, to.rejected],
  );
  return rows.length === 1;
}

export async function endImport(
  tx: Tx,
  workspaceId: string,
  id: string,
  state: 'done' | 'failed',
  at: Instant,
  fault: ImportFault | null,
): Promise<void> {
  await tx.query(`update import set state = $3, finished_at = $4, fault = $5 where workspace_id = $1 and id = $2`, [
    workspaceId,
    id,
    state,
    new Date(at),
    fault === null ? null : JSON.stringify(fault),
  ]);
}

export interface RejectedRow {
  readonly line: number;
  readonly column: string | null;
  readonly code: RejectCode;
  readonly raw: string;
  readonly value: string | null;
}

export async function insertRejects(tx: Tx, workspaceId: string, importId: string, rows: readonly RejectedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into import_reject (workspace_id, import_id, line, column_name, code, raw, value)
     select $1, $2, r.line, r.column_name, r.code, r.raw, r.value
       from unnest($3::bigint[], $4::text[], $5::text[], $6::text[], $7::text[]) as r (line, column_name, code, raw, value)
     on conflict (workspace_id, import_id, line) do nothing`,
    [
      workspaceId,
      importId,
      rows.map(({ line }) => line),
      rows.map(({ column }) => column),
      rows.map(({ code }) => code),
      rows.map(({ raw }) => storable(raw, 10_000)),
      rows.map(({ value }) => (value === null ? null : storable(value, 500))),
    ],
  );
}

// PostgreSQL's text has no NUL.
function storable(text: string, max: number): string {
  return text.slice(0, max).replaceAll('\0', '\uFFFD').toWellFormed();
}

/** Rejected rows in the order of the file, after a line. */
export async function selectRejects(
  tx: Tx,
  workspaceId: string,
  importId: string,
  afterLine: number,
  limit: number,
): Promise<RejectedRow[]> {
  const rows = await tx.query<{ line: bigint; column_name: string | null; code: RejectCode; raw: string; value: string | null }>(
    `select line, column_name, code, raw, value from import_reject
      where workspace_id = $1 and import_id = $2 and line > $3 order by line limit $4`,
    [workspaceId, importId, afterLine, limit],
  );
  return rows.map((row) => ({ line: Number(row.line), column: row.column_name, code: row.code, raw: row.raw, value: row.value }));
}

export async function findMapping(
  tx: Tx,
  workspaceId: string,
  kind: ImportKind,
  headerHash: Buffer,
): Promise<Record<string, string> | null> {
  const [row] = await tx.query<{ mapping: Record<string, string> }>(
    `select mapping from import_mapping where workspace_id = $1 and kind = $2 and header_hash = $3`,
    [workspaceId, kind, headerHash],
  );
  return row?.mapping ?? null;
}

export async function saveMapping(
  tx: Tx,
  workspaceId: string,
  kind: ImportKind,
  headerHash: Buffer,
  mapping: Readonly<Record<string, string>>,
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into import_mapping (workspace_id, kind, header_hash, mapping, saved_at) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, kind, header_hash) do update set mapping = excluded.mapping, saved_at = excluded.saved_at`,
    [workspaceId, kind, headerHash, JSON.stringify(mapping), new Date(at)],
  );
}

export interface WorkspaceFacts {
  readonly customerKey: Buffer;
  readonly zone: string;
  readonly currency: string;
}

export async function workspaceFacts(tx: Tx, workspaceId: string): Promise<WorkspaceFacts> {
  const [row] = await tx.query<{ customer_key: Buffer; zone: string; currency: string }>(
    `select customer_key, zone, currency from workspace where id = $1`,
    [workspaceId],
  );
  if (row === undefined) throw new Error(`no workspace ${workspaceId}`);
  return { customerKey: row.customer_key, zone: row.zone, currency: row.currency };
}

/** The oldest living link of each partner, by e-mail and by external id; null for a partner without one. */
export async function partnerCodes(tx: Tx, workspaceId: string, programId: string | null): Promise<Map<string, string | null>> {
  const rows = await tx.query<{ email: string | null; external_id: string | null; code: string | null }>(
    `select lower(p.email) as email, p.external_id, (
        select l.code from link l join enrollment e on e.workspace_id = l.workspace_id and e.id = l.enrollment_id
         where l.workspace_id = p.workspace_id and e.partner_id = p.id and l.ended_at is null
           and ($2::uuid is null or e.program_id = $2)
         order by l.created_at, l.id limit 1) as code
       from partner p where p.workspace_id = $1 order by p.created_at desc, p.id desc`,
    [workspaceId, programId],
  );
  // Of two partners with one address, the older one.
  const codes = new Map<string, string | null>();
  for (const { email, external_id: externalId, code } of rows) {
    if (email !== null) codes.set(`email ${email}`, code);
    if (externalId !== null) codes.set(`id ${externalId}`, code);
  }
  return codes;
}

/** Typed ids of partners, by external id and by e-mail; of two with one address, the older one. */
export async function knownPartners(tx: Tx, workspaceId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; email: string | null; external_id: string | null }>(
    `select id, lower(email) as email, external_id from partner where workspace_id = $1 order by created_at desc, id desc`,
    [workspaceId],
  );
  const known = new Map<string, string>();
  for (const { id, email, external_id: externalId } of rows) {
    if (email !== null) known.set(`email ${email}`, encodeId('prt', id));
    if (externalId !== null) known.set(`id ${externalId}`, encodeId('prt', id));
  }
  return known;
}

function fromRow(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    kind: row.kind,
    fileName: row.file_name,
    state: row.state,
    settings: row.settings,
    sizeBytes: Number(row.size_bytes ?? 0n),
    position: Number(row.position_bytes),
    line: Number(row.line),
    accepted: Number(row.accepted),
    duplicates: Number(row.duplicates),
    rejected: Number(row.rejected),
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    fault: row.fault,
  };
}

export async function programExists(tx: Tx, workspaceId: string, programId: string): Promise<boolean> {
  const rows = await tx.query(`select 1 from program where workspace_id = $1 and id = $2`, [workspaceId, programId]);
  return rows.length === 1;
}
