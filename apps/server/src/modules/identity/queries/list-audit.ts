import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import { read } from '../../../platform/verb.ts';
import { listAuditRows } from '../audit.store.ts';
import { auditToContract } from '../identity-answer.ts';
import { mustOwn } from '../identity.policy.ts';

export interface ListAudit {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
}

/** Who wrote what, newest first. */
export function listAudit(context: Context, { limit, cursor, action, subject }: ListAudit) {
  mustOwn(context.actor);
  const before = decodeCursor(cursor, 1)?.[0] ?? null;
  return read(context, async (tx) => {
    const rows = await listAuditRows(tx, context.workspaceId, { before, limit: limit + 1, action, subject });
    return pageOfRows(rows, limit, auditToContract, ({ id }) => [id]);
  });
}
