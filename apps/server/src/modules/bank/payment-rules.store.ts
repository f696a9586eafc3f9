import type { PaymentRules } from '@cordee/contract/bank-account';
import type { Tx } from '../../platform/db/index.ts';

/** What holds until an owner decides otherwise: twenty euros, three days, four eyes. */
export const defaultRules: PaymentRules = { minimumAmount: 2000, coolingHours: 72, fourEyes: true };

interface RulesRow {
  minimum_amount: bigint;
  cooling_hours: number;
  four_eyes: boolean;
}

/** The rules of paying of a workspace. */
export async function loadRules(tx: Tx, workspaceId: string): Promise<PaymentRules> {
  const [row] = await tx.query<RulesRow>(
    `select minimum_amount, cooling_hours, four_eyes from payment_rules where workspace_id = $1`,
    [workspaceId],
  );
  if (row === undefined) return defaultRules;
  return { minimumAmount: Number(row.minimum_amount), coolingHours: row.cooling_hours, fourEyes: row.four_eyes };
}

export async function saveRules(tx: Tx, workspaceId: string, rules: PaymentRules): Promise<void> {
  await tx.query(
    `insert into payment_rules (workspace_id, minimum_amount, cooling_hours, four_eyes) values ($1, $2, $3, $4)
     on conflict (workspace_id) do update
       set minimum_amount = excluded.minimum_amount, cooling_hours = excluded.cooling_hours, four_eyes = excluded.four_eyes`,
    [workspaceId, rules.minimumAmount, rules.coolingHours, rules.fourEyes],
  );
}
