import type { TaxPolicy } from '@cordee/contract/tax-policy';
import type { Tx } from '../../platform/db/index.ts';

/** What holds until somebody decides otherwise: numbers are checked, and an unchecked one waits; only reviews hold payment. */
export const defaultPolicy: TaxPolicy = {
  uncheckedVat: 'block',
  checksVat: true,
  freshDays: null,
  payoutsHold: 'reviews',
};

interface PolicyRow {
  unchecked_vat: TaxPolicy['uncheckedVat'];
  checks_vat: boolean;
  fresh_days: number | null;
  payouts_hold: TaxPolicy['payoutsHold'];
}

/** How a workspace looks after tax details. */
export async function loadPolicy(tx: Tx, workspaceId: string): Promise<TaxPolicy> {
  const [row] = await tx.query<PolicyRow>(
    'select unchecked_vat, checks_vat, fresh_days, payouts_hold from tax_policy where workspace_id = $1',
    [workspaceId],
  );
  if (row === undefined) return defaultPolicy;
  return {
    uncheckedVat: row.unchecked_vat,
    checksVat: row.checks_vat,
    freshDays: row.fresh_days,
    payoutsHold: row.payouts_hold,
  };
}

export async function savePolicy(tx: Tx, workspaceId: string, policy: TaxPolicy): Promise<void> {
  await tx.query(
    `insert into tax_policy (workspace_id, unchecked_vat, checks_vat, payouts_hold, fresh_days)
     values ($1, $2, $3, $4, $5)
     on conflict (workspace_id) do update set unchecked_vat = excluded.unchecked_vat,
       checks_vat = excluded.checks_vat, payouts_hold = excluded.payouts_hold, fresh_days = excluded.fresh_days`,
    [workspaceId, policy.uncheckedVat, policy.checksVat, policy.payoutsHold, policy.freshDays],
  );
}
