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
  /** SHA-256 of the certificate it was sealed with. */
  readonly sealedBy: string;
}

/** Keeps what is given out from now on; false when another was kept first. */
export async function keepDocument(tx: Tx, workspaceId: string, document: NewDocument): Promise<boolean> {
  const rows = await tx.query<{ sha256: string }>(
    `insert into statement_document (workspace_id, statement_id, language, bytes, sha256, issued_at, sealed_by)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning sha256`,
    [
      workspaceId,
      document.statementId,
      document.language,
      document.bytes,
      document.sha256,
      new Date(document.issuedAt),
      document.sealedBy,
    ],
  );
  return rows.length === 1;
}

export interface SealedMonth {
  readonly month: string;
  /** SHA-256 of the certificate, where it was noted. */
  readonly sealedBy: string | null;
  /** Where it was not: the key in whose time it was given out. */
  readonly sealKey: number | null;
  readonly documents: number;
}

/** Of which months how many statements were sealed with what. */
export async function selectSealedMonths(tx: Tx, workspaceId: string): Promise<SealedMonth[]> {
  const rows = await tx.query<{ month: string; sealed_by: string | null; seal_key: number | null; documents: number }>(
    `select s.month, d.sealed_by, k.number as seal_key, count(*)::int as documents
       from statement_document d
       join statement s on s.workspace_id = d.workspace_id and s.id = d.statement_id
       left join lateral (
         select max(number) as number from seal_key
          where workspace_id = d.workspace_id and created_at <= d.issued_at and d.sealed_by is null) k on true
      where d.workspace_id = $1 group by s.month, d.sealed_by, k.number`,
    [workspaceId],
  );
  return rows.map(({ sealed_by: sealedBy, seal_key: sealKey, ...row }) => ({ ...row, sealedBy, sealKey }));
}
