import { createHash, randomBytes } from 'node:crypto';
import type { ErrorCode } from '@cordee/contract/errors';
import type { Role, Scope } from '@cordee/contract/route';
import type { Instant } from '@cordee/core/time';
import type { Actor, Context } from '../src/platform/context.ts';
import { transaction, withWorkspace, type Database, type Tx } from '../src/platform/db/index.ts';
import { Refusal } from '../src/platform/refusal.ts';
import { newUuid } from '../src/platform/uuid.ts';

/** A workspace for calling verbs directly. Its clock moves when told, and by a millisecond whenever it is read: ids keep the order of calls. */
export interface Tenant {
  readonly workspaceId: string;
  readonly slug: string;
  readonly db: Database;
  now: Instant;
  /** A member of that role. */
  as(role: Role, partnerId?: string): Context;
  withKey(scopes: readonly Scope[], publishable?: boolean): Context;
  /** The owner, sending an Idempotency-Key with that input. */
  repeating(key: string, input: unknown): Context;
  /** Reads in the workspace's own scope. */
  read<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface TenantOptions {
  readonly now?: Instant;
  readonly zone?: string;
  readonly trackingHosts?: readonly string[];
}

export async function openTenant(db: Database, options: TenantOptions = {}): Promise<Tenant> {
  const workspaceId = newUuid(Date.now());
  const slug = `acme-${randomBytes(4).toString('hex')}`;
  const start = options.now ?? Date.UTC(2026, 0, 15, 9);
  await transaction(db, async (tx) => {
    await withWorkspace(tx, workspaceId);
    const created = new Date(start);
    await tx.query(
      `insert into workspace (id, name, slug, country, currency, zone, language, customer_key, tracking_hosts, created_at)
       values ($1, 'Acme', $2, 'FR', 'EUR', $3, 'fr', $4, $5, $6)`,
      [workspaceId, slug, options.zone ?? 'Europe/Paris', randomBytes(32), options.trackingHosts ?? [], created],
    );
    await tx.query(`insert into fact_head (workspace_id, seq, hash, recorded_at, terms_version) values ($1, 0, '', $2, 0)`, [
      workspaceId,
      created,
    ]);
  });
  return tenantOf(db, workspaceId, slug, start);
}

function tenantOf(db: Database, workspaceId: string, slug: string, start: Instant): Tenant {
  const contextOf = (actor: Actor): Context => ({
    actor,
    workspaceId,
    db,
    now: () => (tenant.now += 1),
    language: 'en',
    requestId: 'test',
  });
  const tenant: Tenant = {
    workspaceId,
    slug,
    db,
    now: start,
    as: (role, partnerId) => contextOf({ kind: 'user', userId: 'usr_test', role, partnerId: partnerId ?? null }),
    withKey: (scopes, publishable = false) => contextOf({ kind: 'key', keyId: 'key_test', scopes, publishable }),
    repeating: (key, input) => ({
      ...tenant.as('owner'),
      idempotency: {
        key,
        route: 'test',
        inputHash: createHash('sha256')
          .update(JSON.stringify(input ?? null))
          .digest(),
        uses: 0,
        replayed: false,
      },
    }),
    read: (work) =>
      transaction(db, async (tx) => {
        await withWorkspace(tx, workspaceId);
        return work(tx);
      }),
  };
  return tenant;
}

/** The refusal of a call; fails when it succeeds or breaks in another way. */
export async function refusalOf(call: () => Promise<unknown>): Promise<{ code: ErrorCode; fields: Refusal['fields'] }> {
  try {
    await call();
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, fields: error.fields };
    throw error;
  }
  throw new Error('it was not refused');
}

export interface AuditRow {
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What the workspace's audit trail holds, oldest first. */
export function auditOf(tenant: Tenant): Promise<AuditRow[]> {
  return tenant.read((tx) =>
    tx.query<AuditRow>('select action, subject, before, after from audit where workspace_id = $1 order by id', [
      tenant.workspaceId,
    ]),
  );
}
