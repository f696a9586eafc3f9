import type { PaymentRules } from '@cordee/contract/bank-account';
import type { Tx } from '../../platform/db/index.ts';

/** What holds until an owner decides otherwise: twenty euros, three days, four eyes. */
export const defaultRules: PaymentRules = {
  minimumAmount: 2000,
  coolingHours: 72,
  fourEyes: true,
  paymentDay: null,
  minimums: [],
  wiseHeader: null,
};

interface RulesRow {
  minimum_amount: bigint;
  cooling_hours: number;
  four_eyes: boolean;
  payment_day: number | null;
  minimums: PaymentRules['minimums'];
  wise_header: string | null;
}

/** The rules of paying of a workspace. */
export async function loadRules(tx: Tx, workspaceId: string): Promise<PaymentRules> {
  const [row] = await tx.query<RulesRow>(
    `select minimum_amount, cooling_hours, four_eyes, payment_day, minimums, wise_header from payment_rules where workspace_id = $1`,
    [workspaceId],
  );
  if (row === undefined) return defaultRules;
  return {
    minimumAmount: Number(row.minimum_amount),
    coolingHours: row.cooling_hours,
    fourEyes: row.four_eyes,
    paymentDay: row.payment_day,
    minimums: row.minimums,
    wiseHeader: row.wise_header,
  };
}

export async function saveRules(tx: Tx, workspaceId: string, rules: PaymentRules): Promise<void> {
  await tx.query(
    `insert into payment_rules (workspace_id, minimum_amount, cooling_hours, four_eyes, payment_day, minimums, wise_header)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (workspace_id) do update
       set minimum_amount = excluded.minimum_amount, cooling_hours = excluded.cooling_hours, four_eyes = excluded.four_eyes,
           payment_day = excluded.payment_day, minimums = excluded.minimums, wise_header = excluded.wise_header`,
    [
      workspaceId,
      rules.minimumAmount,
      rules.coolingHours,
      rules.fourEyes,
      rules.paymentDay,
      JSON.stringify(rules.minimums),
      rules.wiseHeader,
    ],
  );
}
