import type { Language } from '@cordee/contract/language';
import type { Tx } from '../../platform/db/index.ts';

export interface NewVersion {
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** Adds a version of a document; those before stay. */
export async function insertVersion(tx: Tx, workspaceId: string, envelopeId: string, made: NewVersion): Promise<void> {
  const { number, version, name, sha256, bytes } = made;
  await tx.query(
    `insert into signature_document (workspace_id, envelope_id, number, version, name, sha256, length, bytes)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [workspaceId, envelopeId, number, version, name, sha256, bytes.length, bytes],
  );
}

/** The newest bytes of each document, or of one. */
export async function selectBytes(
  tx: Tx,
  workspaceId: string,
  envelopeId: string,
  number: number | null = null,
): Promise<NewVersion[]> {
  return tx.query<NewVersion>(
    `select distinct on (number) number, version, name, sha256, bytes from signature_document
     where workspace_id = $1 and envelope_id = $2 and ($3::integer is null or number = $3) order by number, version desc`,
    [workspaceId, envelopeId, number],
  );
}

export async function findCertificate(
  tx: Tx,
  workspaceId: string,
  envelopeId: string,
  language: Language,
): Promise<Buffer | null> {
  const [row] = await tx.query<{ bytes: Buffer }>(
    'select bytes from signature_certificate where workspace_id = $1 and envelope_id = $2 and language = $3',
    [workspaceId, envelopeId, language],
  );
  return row?.bytes ?? null;
}

/** Keeps a certificate; the first one stays. */
export async function keepCertificate(
  tx: Tx,
  workspaceId: string,
  envelopeId: string,
  language: Language,
  bytes: Buffer,
): Promise<boolean> {
  const rows = await tx.query<{ language: string }>(
    `insert into signature_certificate (workspace_id, envelope_id, language, bytes) values ($1, $2, $3, $4)
     on conflict do nothing returning language`,
    [workspaceId, envelopeId, language, bytes],
  );
  return rows.length === 1;
}

/** SHA-256 of every certificate this installation ever signed with, in hexadecimal. */
export async function ownCertificates(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ sha256: string }>(
    `select encode(sha256(certificate), 'hex') as sha256 from seal_key where workspace_id is not null`,
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}
