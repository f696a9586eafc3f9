import type { Invoicing } from '@cordee/contract/invoicing';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../../platform/db/index.ts';
import { defaultInvoicing } from './default-invoicing.ts';

export interface InvoicingRecord {
  readonly invoicing: Invoicing;
  /** 0: nobody said anything yet. */
  readonly version: number;
  readonly changedAt: Instant | null;
}

/** How a workspace invoices today. */
export async function loadInvoicing(tx: Tx, workspaceId: string): Promise<InvoicingRecord> {
  const [row] = await tx.query<{ version: number; document: Invoicing; changed_at: Instant }>(
    `select version, document, changed_at from invoicing where workspace_id = $1 order by version desc limit 1`,
    [workspaceId],
  );
  if (row === undefined) return { invoicing: defaultInvoicing(), version: 0, changedAt: null };
  return { invoicing: row.document, version: row.version, changedAt: row.changed_at };
}

/** Adds a version behind the newest one, which must still be the one that was read: false when it is not. */
export async function addInvoicing(
  tx: Tx,
  workspaceId: string,
  { invoicing, version, changedAt }: InvoicingRecord & { readonly changedAt: Instant },
  by: string,
): Promise<boolean> {
  const rows = await tx.query<{ version: number }>(
    `insert into invoicing (workspace_id, version, document, changed_at, changed_by) values ($1, $2, $3, $4, $5)
     on conflict (workspace_id, version) do nothing returning version`,
    [workspaceId, version, JSON.stringify(invoicing), new Date(changedAt), by],
  );
  return rows.length === 1;
}
