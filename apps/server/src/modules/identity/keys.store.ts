import type { Scope } from '@cordee/contract/route';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly publishable: boolean;
  readonly prefix: string;
  readonly scopes: readonly Scope[];
  readonly origins: readonly string[];
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

const COLUMNS = [
  'id',
  'name',
  'publishable',
  'prefix',
  'scopes',
  'origins',
  'created_at',
  'created_by',
  'expires_at',
  'last_used_at',
  'revoked_at',
] as const;

export async function insertKey(tx: Tx, workspaceId: string, key: ApiKey, hash: Buffer): Promise<void> {
  await tx.kysely
    .insertInto('api_key')
    .values({
      workspace_id: workspaceId,
      id: key.id,
      name: key.name,
      publishable: key.publishable,
      prefix: key.prefix,
      hash,
      scopes: [...key.scopes],
      origins: [...key.origins],
      created_at: new Date(key.createdAt),
      created_by: key.createdBy,
      expires_at: key.expiresAt === null ? null : new Date(key.expiresAt),
    })
    .execute();
}

export async function findKeyByHash(tx: Tx, workspaceId: string, hash: Buffer): Promise<ApiKey | null> {
  const row = await tx.kysely
    .selectFrom('api_key')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function findKey(tx: Tx, workspaceId: string, id: string): Promise<ApiKey | null> {
  const row = await tx.kysely
    .selectFrom('api_key')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Newest first, before the key `before`; at most `limit`. */
export async function listKeysBefore(tx: Tx, workspaceId: string, before: string | null, limit: number): Promise<ApiKey[]> {
  const rows = await tx.kysely
    .selectFrom('api_key')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .$if(before !== null, (query) => query.where('id', '<', before))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function endKey(tx: Tx, workspaceId: string, id: string, ends: { expiresAt?: Instant; revokedAt?: Instant }) {
  await tx.kysely
    .updateTable('api_key')
    .set({
      ...(ends.expiresAt === undefined ? {} : { expires_at: new Date(ends.expiresAt) }),
      ...(ends.revokedAt === undefined ? {} : { revoked_at: new Date(ends.revokedAt) }),
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function updateKey(tx: Tx, workspaceId: string, key: ApiKey): Promise<void> {
  await tx.kysely
    .updateTable('api_key')
    .set({ name: key.name, origins: [...key.origins] })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', key.id)
    .execute();
}

export async function touchKey(tx: Tx, workspaceId: string, id: string, at: Instant): Promise<void> {
  await tx.kysely
    .updateTable('api_key')
    .set({ last_used_at: new Date(at) })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly publishable: boolean;
  readonly prefix: string;
  readonly scopes: string[];
  readonly origins: string[];
  readonly created_at: number;
  readonly created_by: string;
  readonly expires_at: number | null;
  readonly last_used_at: number | null;
  readonly revoked_at: number | null;
}

function fromRow(row: KeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    publishable: row.publishable,
    prefix: row.prefix,
    scopes: row.scopes as Scope[],
    origins: row.origins,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
