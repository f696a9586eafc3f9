import type { ExportBooks } from '@cordee/contract/accounting';
import type { Language } from '@cordee/contract/language';
import type { BookFault } from '@cordee/core/accounting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** What an export came to; amounts as decimal text, for JSON has no integers as large. */
export interface KeptResult {
  readonly entries: number;
  readonly lines: number;
  readonly debit: string;
  readonly credit: string;
  readonly within: number;
  readonly units: Readonly<Record<string, number>>;
  readonly sums: readonly {
    readonly number: string;
    readonly name: string;
    readonly opening: string;
    readonly debit: string;
    readonly credit: string;
    readonly closing: string;
  }[];
  readonly faults: readonly { readonly code: string; readonly line: number; readonly detail: string }[];
  readonly moreFaults: number;
}

export interface BookExportRecord {
  readonly id: string;
  readonly request: ExportBooks;
  readonly language: Language;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly isDraft: boolean;
  readonly fileName: string;
  readonly postings: number;
  readonly result: KeptResult | null;
  readonly fault: BookFault | { readonly code: 'broken' } | null;
  readonly bytes: bigint | null;
  readonly sha256: string | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}

const columns = `id, request, language, state, is_draft as "isDraft", file_name as "fileName", postings, result, fault, bytes, sha256,
  created_at as "createdAt", finished_at as "finishedAt"`;

/** Files of entries, newest first: before one, or that one alone. */
export function selectBookExports(
  tx: Tx,
  workspaceId: string,
  filter: { readonly id?: string; readonly before?: string | null; readonly limit: number },
): Promise<(BookExportRecord & Record<string, unknown>)[]> {
  return tx.query<BookExportRecord & Record<string, unknown>>(
    `select ${columns} from book_export
      where workspace_id = $1 and ($2::uuid is null or id = $2) and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [workspaceId, filter.id ?? null, filter.before ?? null, filter.limit],
  );
}

export async function insertBookExport(tx: Tx, workspaceId: string, record: BookExportRecord, by: string): Promise<void> {
  await tx.query(
    `insert into book_export (workspace_id, id, request, language, state, is_draft, file_name, created_at, created_by)
     values ($1, $2, $3, $4, 'waiting', $5, $6, $7, $8)`,
    [
      workspaceId,
      record.id,
      JSON.stringify(record.request),
      record.language,
      record.isDraft,
      record.fileName,
      new Date(record.createdAt),
      by,
    ],
  );
}

/** Begins, or begins again after it was cut off: what was written until then is gone. */
export async function beginBookExport(tx: Tx, workspaceId: string, id: string): Promise<void> {
  await tx.query(`update book_export set state = 'running', postings = 0 where workspace_id = $1 and id = $2`, [workspaceId, id]);
  await tx.query('delete from book_export_part where workspace_id = $1 and export_id = $2', [workspaceId, id]);
}

export async function savePart(tx: Tx, workspaceId: string, id: string, number: number, bytes: Buffer): Promise<void> {
  await tx.query('insert into book_export_part (workspace_id, export_id, number, bytes) values ($1, $2, $3, $4)', [
    workspaceId,
    id,
    number,
    bytes,
  ]);
}

export async function saveBookProgress(tx: Tx, workspaceId: string, id: string, postings: number): Promise<void> {
  await tx.query('update book_export set postings = $3 where workspace_id = $1 and id = $2', [workspaceId, id, postings]);
}

export interface Finished extends Pick<BookExportRecord, 'result' | 'fault' | 'bytes' | 'sha256' | 'isDraft' | 'postings'> {
  readonly at: Instant;
}

/** Marks it done, or failed with its reason. */
export async function finishBookExport(tx: Tx, workspaceId: string, id: string, finished: Finished): Promise<void> {
  await tx.query(
    `update book_export set state = $3, result = $4, fault = $5, bytes = $6, sha256 = $7, finished_at = $8, is_draft = $9, postings = $10
      where workspace_id = $1 and id = $2`,
    [
      workspaceId,
      id,
      finished.fault === null ? 'done' : 'failed',
      finished.result === null ? null : JSON.stringify(finished.result),
      finished.fault === null ? null : JSON.stringify(finished.fault),
      finished.bytes,
      finished.sha256,
      new Date(finished.at),
      finished.isDraft,
      finished.postings,
    ],
  );
}

/** A piece of a file, or null behind its last. */
export async function findPart(tx: Tx, workspaceId: string, id: string, number: number): Promise<Buffer | null> {
  const [row] = await tx.query<{ bytes: Buffer }>(
    'select bytes from book_export_part where workspace_id = $1 and export_id = $2 and number = $3',
    [workspaceId, id, number],
  );
  return row?.bytes ?? null;
}
