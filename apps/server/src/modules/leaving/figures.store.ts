import type { Tx } from '../../platform/db/index.ts';

/** What of a partner's pending commissions a review, a hold or a dispute keeps, by currency. */
export async function keptAmounts(tx: Tx, workspaceId: string, partnerId: string): Promise<Map<string, bigint>> {
  const rows = await tx.query<{ currency: string; kept: bigint }>(
    `select currency, sum(amount - reversed)::bigint as kept from commission
      where workspace_id = $1 and partner_id = $2 and status in ('in_review', 'held', 'suspended') group by currency`,
    [workspaceId, partnerId],
  );
  return new Map(rows.map(({ currency, kept }) => [currency, kept]));
}

/** How many customers of the company a partner has earned a commission for. */
export async function customersOf(tx: Tx, workspaceId: string, partnerId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(distinct f.customer_id)::integer as count from commission c
       join fact f on f.workspace_id = c.workspace_id and f.seq = c.fact_seq
      where c.workspace_id = $1 and c.partner_id = $2`,
    [workspaceId, partnerId],
  );
  return row?.count ?? 0;
}
