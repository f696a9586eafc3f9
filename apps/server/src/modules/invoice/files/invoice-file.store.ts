import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';

export type FileForm = 'pdf' | 'xml' | 'sent';

export interface KeptFile {
  readonly form: FileForm;
  readonly mediaType: string;
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** The bytes of a document in a form, or null when there are none yet. */
export async function findFile(tx: Tx, workspaceId: string, invoiceId: string, form: FileForm): Promise<KeptFile | null> {
  const [row] = await tx.query<KeptFile>(
    `select form, media_type as "mediaType", file_name as "fileName", bytes, sha256 from invoice_file
      where workspace_id = $1 and invoice_id = $2 and form = $3`,
    [workspaceId, invoiceId, form],
  );
  return row ?? null;
}

/** Keeps the first bytes of a form; false when there were some. */
export async function keepFile(tx: Tx, workspaceId: string, invoiceId: string, file: KeptFile, at: Instant): Promise<boolean> {
  const rows = await tx.query<{ form: string }>(
    `insert into invoice_file (workspace_id, invoice_id, form, media_type, file_name, bytes, sha256, kept_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (workspace_id, invoice_id, form) do nothing returning form`,
    [workspaceId, invoiceId, file.form, file.mediaType, file.fileName, file.bytes, file.sha256, new Date(at)],
  );
  return rows.length === 1;
}

/** In which forms a document can be had: what we made out as PDF and XML, what a partner sent as it came. */
export async function selectFileForms(tx: Tx, workspaceId: string, invoiceId: string): Promise<FileForm[]> {
  const [row] = await tx.query<{ type: string }>(`select type from invoice where workspace_id = $1 and id = $2`, [
    workspaceId,
    invoiceId,
  ]);
  return row?.type === '380' ? ['sent'] : ['pdf', 'xml'];
}
