import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export interface AuditRow {
  readonly id: string;
  readonly at: Instant;
  readonly actor: unknown;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly requestId: string;
}

export interface AuditFilter {
  readonly before: string | null;
  readonly limit: number;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
}

/** Newest first. */
export async function listAuditRows(
  tx: Tx,
  workspaceId: string,
  { before, limit, action, subject }: AuditFilter,
): Promise<AuditRow[]> {
  let query = tx.kysely.selectFrom('audit').selectAll().where('workspace_id', '=', workspaceId);
  if (before !== null) query = query.where('id', '<', before);
  if (action !== undefined) query = query.where('action', '=', action);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    before: row.before,
    after: row.after,
    requestId: row.request_id,
  }));
}
