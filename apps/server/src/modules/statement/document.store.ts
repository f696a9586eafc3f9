import type { Language } from '@cordee/contract/language';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface IssuedDocument {
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** The document given out for a statement in a language, or null. */
export async function findDocument(
  tx: Tx,
  workspaceId: string,
  statementId: string,
  language: Language,
): Promise<IssuedDocument | null> {
  const rows = await tx.query<{ bytes: Buffer; sha256: string }>(
    `select bytes, sha256 from statement_document where workspace_id = $1 and statement_id = $2 and language = $3`,
    [workspaceId, statementId, language],
  );
  return rows[0] ?? null;
}

export interface NewDocument extends IssuedDocument {
  readonly statementId: string;
  readonly language: Language;
  readonly issuedAt: Instant;
}

/** Keeps what is given out from now on; false when another was kept first. */
export async function keepDocument(tx: Tx, workspaceId: string, document: NewDocument): Promise<boolean> {
  const rows = await tx.query<{ sha256: string }>(
    `insert into statement_document (workspace_id, statement_id, language, bytes, sha256, issued_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning sha256`,
    [workspaceId, document.statementId, document.language, document.bytes, document.sha256, new Date(document.issuedAt)],
  );
  return rows.length === 1;
}
