import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { PartnerAmounts } from '../ledger/index.ts';

/** What a partner had in one currency when a month was closed. */
export interface StatementRecord {
  readonly id: string;
  readonly month: string;
  readonly number: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly after: bigint;
  readonly through: bigint;
  readonly closedAt: Instant;
  readonly transactionHash: Buffer;
  readonly workspaceName: string;
  readonly partnerId: string;
  readonly partnerName: string;
  readonly currency: string;
  readonly opening: PartnerAmounts;
  readonly closing: PartnerAmounts;
  readonly movements: number;
  readonly late: number;
  /** Months closed before statements told of debts stay as they were. */
  readonly tellsDebts: boolean;
}

export interface StatementFilter {
  readonly id?: string;
  readonly partnerId: string | null;
  readonly month?: string | undefined;
  /** The last one seen: newest month first, then by number. */
  readonly after?: { readonly month: string; readonly number: number } | null;
  readonly limit: number;
}

interface StatementRow {
  id: string;
  month: string;
  number: number;
  from_at: Instant;
  to_at: Instant;
  after_seq: bigint;
  through_seq: bigint;
  closed_at: Instant;
  transaction_hash: Buffer;
  workspace_name: string;
  partner_id: string;
  partner_name: string;
  currency: string;
  opening_pending: bigint;
  opening_payable: bigint;
  opening_in_payout: bigint;
  opening_paid: bigint;
  closing_pending: bigint;
  closing_payable: bigint;
  closing_in_payout: bigint;
  closing_paid: bigint;
  movements: number;
  late: number;
  tells_debts: boolean;
}

/** Statements of closed months, newest month first, then by number. */
export async function selectStatements(tx: Tx, workspaceId: string, filter: StatementFilter): Promise<StatementRecord[]> {
  const rows = await tx.query<StatementRow>(
    `select s.*, c.from_at, c.to_at, c.after_seq, c.through_seq, c.closed_at, c.transaction_hash, c.workspace_name, c.tells_debts
       from statement s join period_closing c on c.workspace_id = s.workspace_id and c.month = s.month
      where s.workspace_id = $1 and s.number is not null
        and ($2::uuid is null or s.id = $2) and ($3::uuid is null or s.partner_id = $3) and ($4::text is null or s.month = $4)
        and ($5::text is null or s.month < $5 or (s.month = $5 and s.number > $6))
      order by s.month desc, s.number limit $7`,
    [
      workspaceId,
      filter.id ?? null,
      filter.partnerId,
      filter.month ?? null,
      filter.after?.month ?? null,
      filter.after?.number ?? null,
      filter.limit,
    ],
  );
  return rows.map(recordOf);
}

function recordOf(row: StatementRow): StatementRecord {
  return {
    id: row.id,
    month: row.month,
    number: row.number,
    from: row.from_at,
    to: row.to_at,
    after: row.after_seq,
    through: row.through_seq,
    closedAt: row.closed_at,
    transactionHash: row.transaction_hash,
    workspaceName: row.workspace_name,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    currency: row.currency,
    opening: {
      pending: row.opening_pending,
      payable: row.opening_payable,
      inPayout: row.opening_in_payout,
      paid: row.opening_paid,
    },
    closing: {
      pending: row.closing_pending,
      payable: row.closing_payable,
      inPayout: row.closing_in_payout,
      paid: row.closing_paid,
    },
    movements: row.movements,
    late: row.late,
    tellsDebts: row.tells_debts,
  };
}
