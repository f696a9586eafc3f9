import { decodeId } from '@cordee/core/ids';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** A payment in a file that was given to the bank, as its partner is told of it. */
export interface PaymentToTell {
  readonly id: string;
  readonly partnerId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly executionDate: LocalDate;
  /** Country and last digits of the account. */
  readonly account: string | null;
  readonly reference: string | null;
  /** Why it came back. */
  readonly reason: string | null;
}

/** Of one file, or those named; in the order they were made. */
export type PaymentsWanted = { readonly batchId: string } | { readonly ids: readonly string[] };

interface Row {
  id: string;
  partner_id: string;
  amount: bigint;
  currency: string;
  execution_date: LocalDate;
  iban_hint: string | null;
  reference: string | null;
  end_reason: string | null;
}

/** Payments in files that were given to the bank: those that left, or those that came back; after one of them, a few. */
export async function paymentsToTell(
  tx: Tx,
  workspaceId: string,
  wanted: PaymentsWanted,
  page: { readonly cameBack: boolean; readonly after: string | null; readonly limit: number },
): Promise<PaymentToTell[]> {
  const rows = await tx.query<Row>(
    `select p.id, p.partner_id, p.amount, p.currency, coalesce(b.paid_on, b.execution_date)::text as execution_date, a.iban_hint, p.reference, p.end_reason
       from payout p
       join payout_batch b on b.workspace_id = $1 and b.id = p.batch_id and b.state in ('sent', 'closed')
       left join bank_account a on a.workspace_id = $1 and a.id = p.bank_account_id
      where p.workspace_id = $1 and ($2::uuid is null or p.batch_id = $2) and ($3::uuid[] is null or p.id = any($3))
        and (p.state = 'rejected') = $4 and ($5::uuid is null or p.id > $5)
      order by p.id limit $6`,
    [
      workspaceId,
      'batchId' in wanted ? wanted.batchId : null,
      'ids' in wanted ? wanted.ids : null,
      page.cameBack,
      page.after,
      page.limit,
    ],
  );
  return rows.map((row) => ({
    id: row.id,
    partnerId: row.partner_id,
    amount: row.amount,
    currency: row.currency,
    executionDate: row.execution_date,
    account: row.iban_hint,
    reference: row.reference,
    reason: row.end_reason,
  }));
}

/** Which payments a file of the bank brought back. */
export async function broughtBack(tx: Tx, workspaceId: string, reportId: string): Promise<string[]> {
  const rows = await tx.query<{ payout_id: string }>(
    `select line ->> 'payoutId' as payout_id from bank_report r cross join jsonb_array_elements(r.result) line
      where r.workspace_id = $1 and r.id = $2 and line ->> 'outcome' = 'rejected'`,
    [workspaceId, reportId],
  );
  return rows.flatMap(({ payout_id }) => decodeId('pay', payout_id) ?? []);
}
