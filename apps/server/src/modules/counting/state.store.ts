import type { DueAmount, Fact, PayoutRecord } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** All counters of some entities. */
export async function loadCounters(
  tx: Tx,
  workspaceId: string,
  entities: readonly string[],
): Promise<Map<string, Map<string, bigint>>> {
  const rows = await tx.query<{ entity: string; key: string; value: bigint }>(
    `select entity, key, value from counter where workspace_id = $1 and entity = any($2::text[])`,
    [workspaceId, entities],
  );
  const loaded = new Map<string, Map<string, bigint>>();
  for (const { entity, key, value } of rows) {
    const counters = loaded.get(entity) ?? new Map<string, bigint>();
    counters.set(key, value);
    loaded.set(entity, counters);
  }
  return loaded;
}

/** What is pending and due by `dueAt`. */
export async function loadDue(tx: Tx, workspaceId: string, dueAt: Instant): Promise<DueAmount[]> {
  const rows = await tx.query<{ partner_id: string; currency: string; amount: string }>(
    `select partner_id, currency, sum(amount - reversed)::text as amount from commission
      where workspace_id = $1 and status = 'pending' and payable_at <= $2
      group by partner_id, currency`,
    [workspaceId, new Date(dueAt)],
  );
  return rows.map((row) => ({ partnerId: row.partner_id, currency: row.currency, amount: BigInt(row.amount) }));
}

/** Whether anything pending is due by `dueAt`. */
export async function isAnythingDue(tx: Tx, workspaceId: string, dueAt: Instant): Promise<boolean> {
  const [row] = await tx.query<{ due: boolean }>(
    `select exists (select 1 from commission where workspace_id = $1 and status = 'pending' and payable_at <= $2) as due`,
    [workspaceId, new Date(dueAt)],
  );
  return row?.due === true;
}

/** The payouts that facts of a batch end, with whether they are still open. */
export async function loadPayouts(tx: Tx, workspaceId: string, facts: readonly Fact[]): Promise<Map<string, PayoutRecord>> {
  const ids = facts.flatMap(({ kind, body }) =>
    kind.startsWith('payout_') && body.payoutId !== undefined ? [body.payoutId] : [],
  );
  const payouts = new Map<string, PayoutRecord>();
  if (ids.length === 0) return payouts;
  const rows = await tx.query<{ id: string; partner_id: string; currency: string; amount: bigint; open: boolean }>(
    `select p.id, p.partner_id, p.currency, p.amount,
            not exists (select 1 from fact e where e.workspace_id = $1 and e.target_seq = p.started_seq and e.seq <= h.counted_seq) as open
       from payout p join count_head h on h.workspace_id = p.workspace_id
      where p.workspace_id = $1 and p.id = any($2::uuid[]) and p.started_seq <= h.counted_seq`,
    [workspaceId, ids],
  );
  for (const row of rows) {
    payouts.set(row.id, { partnerId: row.partner_id, currency: row.currency, amount: row.amount, open: row.open });
  }
  return payouts;
}
