import type { FileKind } from '@cordee/contract/file-limits';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../db/index.ts';

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedAt: Instant;
  /** Whose it is: a partner's, or with null the company's. */
  readonly partnerId: string | null;
  /** Who uploaded it, as `uploaderOf` names them. */
  readonly uploadedBy: string;
  readonly expiresAt: Instant | null;
}

/** Something that refers to files, by its typed id, and a place in it: an entry, an answer; 0 where there is but one. */
export interface FilePlace {
  readonly subject: string;
  readonly place: number;
}

const columns = `f.id, f.name, f.kind, f.size, f.sha256, f.uploaded_at as "uploadedAt", f.partner_id as "partnerId",
  f.uploaded_by as "uploadedBy", f.expires_at as "expiresAt"`;

const PART_BYTES = 1_000_000;

/** Keeps a file in pieces. */
export async function insertFile(tx: Tx, workspaceId: string, file: UploadedFile, bytes: Buffer): Promise<void> {
  await tx.query(
    `insert into uploaded_file (workspace_id, id, name, kind, size, sha256, uploaded_at, partner_id, uploaded_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      workspaceId,
      file.id,
      file.name,
      file.kind,
      file.size,
      file.sha256,
      new Date(file.uploadedAt),
      file.partnerId,
      file.uploadedBy,
      file.expiresAt === null ? null : new Date(file.expiresAt),
    ],
  );
  for (let number = 0; number * PART_BYTES < bytes.length; number += 1) {
    await tx.query(`insert into uploaded_file_part (workspace_id, file_id, number, bytes) values ($1, $2, $3, $4)`, [
      workspaceId,
      file.id,
      number,
      bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES),
    ]);
  }
}

/** Those of these files that are there. */
export function selectFiles(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<UploadedFile[]> {
  return tx.query<UploadedFile>(`select ${columns} from uploaded_file f where f.workspace_id = $1 and f.id = any($2::uuid[])`, [
    workspaceId,
    ids,
  ]);
}

/** One piece of a file, or null after the last. */
export async function selectPart(tx: Tx, workspaceId: string, id: string, number: number): Promise<Buffer | null> {
  const [row] = await tx.query<{ bytes: Buffer }>(
    `select bytes from uploaded_file_part where workspace_id = $1 and file_id = $2 and number = $3`,
    [workspaceId, id, number],
  );
  return row?.bytes ?? null;
}

/** What refers to a file, by typed ids. */
export async function selectSubjects(tx: Tx, workspaceId: string, id: string): Promise<string[]> {
  const rows = await tx.query<{ subject: string }>(
    `select distinct subject from uploaded_file_use where workspace_id = $1 and file_id = $2`,
    [workspaceId, id],
  );
  return rows.map(({ subject }) => subject);
}

/** From now on this place refers to these files, in this order. */
export async function insertUses(
  tx: Tx,
  workspaceId: string,
  { subject, place }: FilePlace,
  ids: readonly string[],
  at: Instant,
): Promise<void> {
  await tx.query(
    `insert into uploaded_file_use (workspace_id, subject, place, number, file_id, used_at)
     select $1, $2, $3, number, id, $5 from unnest($4::uuid[]) with ordinality as u (id, number)`,
    [workspaceId, subject, place, ids, new Date(at)],
  );
}

/** The files of these subjects, in their order, each with the place that refers to it. */
export function selectUsed(tx: Tx, workspaceId: string, subjects: readonly string[]): Promise<(UploadedFile & FilePlace)[]> {
  return tx.query<UploadedFile & FilePlace>(
    `select ${columns}, u.subject, u.place from uploaded_file_use u
       join uploaded_file f on f.workspace_id = u.workspace_id and f.id = u.file_id
      where u.workspace_id = $1 and u.subject = any($2::text[]) order by u.subject, u.place, u.number`,
    [workspaceId, subjects],
  );
}

/** These subjects let go of their files, and what nothing else refers to is removed. */
export async function deleteUsed(tx: Tx, workspaceId: string, subjects: readonly string[]): Promise<void> {
  const released = await tx.query<{ id: string }>(
    `delete from uploaded_file_use where workspace_id = $1 and subject = any($2::text[]) returning file_id as id`,
    [workspaceId, subjects],
  );
  await tx.query(
    `delete from uploaded_file f where f.workspace_id = $1 and f.id = any($2::uuid[])
        and not exists (select from uploaded_file_use u where u.workspace_id = $1 and u.file_id = f.id)`,
    [workspaceId, released.map(({ id }) => id)],
  );
}

/** Removes one file nothing refers to; false when something does. */
export async function deleteUnused(tx: Tx, workspaceId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    `delete from uploaded_file f where f.workspace_id = $1 and f.id = $2
        and not exists (select from uploaded_file_use u where u.workspace_id = $1 and u.file_id = f.id) returning f.id`,
    [workspaceId, id],
  );
  return rows.length === 1;
}

/** Removes what nothing referred to since before `before`; how many. */
export async function deleteOrphans(tx: Tx, workspaceId: string, before: Instant): Promise<number> {
  const rows = await tx.query(
    `delete from uploaded_file f where f.workspace_id = $1 and f.uploaded_at < $2
        and not exists (select from uploaded_file_use u where u.workspace_id = $1 and u.file_id = f.id) returning f.id`,
    [workspaceId, new Date(before)],
  );
  return rows.length;
}

export interface Storage {
  readonly quotaBytes: bigint;
  readonly usedBytes: bigint;
  readonly files: number;
}

/** How much may be kept unless the company says otherwise. */
const DEFAULT_QUOTA = 5_000_000_000n;

/** How much room files take, and may take. */
export async function selectStorage(tx: Tx, workspaceId: string): Promise<Storage> {
  const [row] = await tx.query<Storage>(
    `select coalesce((select quota_bytes from file_storage where workspace_id = $1), $2)::bigint as "quotaBytes",
       coalesce(sum(size), 0)::bigint as "usedBytes", count(*)::int as files
      from uploaded_file where workspace_id = $1`,
    [workspaceId, DEFAULT_QUOTA],
  );
  return row ?? { quotaBytes: DEFAULT_QUOTA, usedBytes: 0n, files: 0 };
}

/** Until the end of the transaction nobody else adds files to the workspace. */
export async function holdStorage(tx: Tx, workspaceId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('uploaded_file ' || $1::text, 0)) as held`, [workspaceId]);
}

/** Sets how much room files may take. */
export async function saveQuota(tx: Tx, workspaceId: string, quotaBytes: bigint): Promise<void> {
  await tx.query(
    `insert into file_storage (workspace_id, quota_bytes) values ($1, $2)
     on conflict (workspace_id) do update set quota_bytes = excluded.quota_bytes`,
    [workspaceId, quotaBytes],
  );
}
