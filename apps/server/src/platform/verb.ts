import type { Context } from './context.ts';
import { transaction, withWorkspace, type Tx } from './db/database.ts';
import { newUuid } from './uuid.ts';

/** What a write leaves in the audit trail. Values are shown to owners: no secrets in them. */
export interface AuditEntry {
  /** `partner.created` */
  readonly action: string;
  /** The typed id of what was written. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Written<Result> {
  readonly result: Result;
  /** null only when nothing was written after all (a repeated request). */
  readonly audit: AuditEntry | null;
}

/**
 * The one way to write: one transaction, scoped to the workspace for row-level security, leaving an audit row with the
 * actor. Whatever `run` throws rolls everything back.
 */
export async function write<Result>(context: Context, run: (tx: Tx) => Promise<Written<Result>>): Promise<Result> {
  return transaction(context.db, async (tx) => {
    await withWorkspace(tx, context.workspaceId);
    const { result, audit } = await run(tx);
    if (audit !== null) await recordAudit(tx, context, audit);
    return result;
  });
}

/** A read in one snapshot, scoped to the workspace. */
export async function read<Result>(context: Context, run: (tx: Tx) => Promise<Result>): Promise<Result> {
  return transaction(context.db, async (tx) => {
    await withWorkspace(tx, context.workspaceId);
    return run(tx);
  });
}

async function recordAudit(tx: Tx, context: Context, entry: AuditEntry): Promise<void> {
  const at = context.now();
  await tx.kysely
    .insertInto('audit')
    .values({
      workspace_id: context.workspaceId,
      id: newUuid(at),
      at: new Date(at),
      actor: JSON.stringify(context.actor),
      action: entry.action,
      subject: entry.subject,
      before: entry.before === undefined ? null : JSON.stringify(entry.before),
      after: entry.after === undefined ? null : JSON.stringify(entry.after),
      request_id: context.requestId,
    })
    .execute();
}
