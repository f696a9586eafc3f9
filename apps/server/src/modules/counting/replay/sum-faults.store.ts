import type { AccountBalance } from '@cordee/core/ledger';
import type { Tx } from '../../../platform/db/index.ts';
import { allSums } from '../../ledger/index.ts';

export interface SumFault {
  readonly check: string;
  readonly factSeq: bigint | null;
  readonly expected: string;
  readonly found: string;
}

/** Every stored sum against its parts: counters, snapshots and later postings, what waits. */
export async function sumFaults(
  tx: Tx,
  workspaceId: string,
  counters: ReadonlyMap<string, bigint>,
  accounts: readonly AccountBalance[],
): Promise<SumFault[]> {
  return [
    ...(await counterFaults(tx, workspaceId, counters)),
    ...(await balanceFaults(tx, workspaceId, accounts)),
    ...(await pendingFaults(tx, workspaceId)),
  ];
}

async function counterFaults(tx: Tx, workspaceId: string, counters: ReadonlyMap<string, bigint>): Promise<SumFault[]> {
  const rows = await tx.query<{ key: string; value: bigint }>(`select key, value from counter where workspace_id = $1`, [
    workspaceId,
  ]);
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const faults: SumFault[] = [];
  for (const key of new Set([...stored.keys(), ...counters.keys()])) {
    const expected = counters.get(key) ?? 0n;
    const found = stored.get(key) ?? 0n;
    if (expected !== found)
      faults.push({ check: `counter ${key}`, factSeq: null, expected: String(expected), found: String(found) });
  }
  return faults;
}

async function balanceFaults(tx: Tx, workspaceId: string, accounts: readonly AccountBalance[]): Promise<SumFault[]> {
  const name = (sum: { partnerId: string; currency: string; account: string }) =>
    `${sum.partnerId} ${sum.currency} ${sum.account}`;
  const side = (sum: { debits: bigint; credits: bigint } | undefined) =>
    `debits ${sum?.debits ?? 0n}, credits ${sum?.credits ?? 0n}`;
  const expected = new Map(accounts.map((sum) => [name(sum), sum]));
  const found = new Map((await allSums(tx, workspaceId)).map((sum) => [name(sum), sum]));
  const faults: SumFault[] = [];
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    const wanted = side(expected.get(key));
    const stored = side(found.get(key));
    if (wanted !== stored) faults.push({ check: `balance ${key}`, factSeq: null, expected: wanted, found: stored });
  }
  return faults;
}

/** What waits on commissions, for whatever reason, is what the pending accounts hold. */
async function pendingFaults(tx: Tx, workspaceId: string): Promise<SumFault[]> {
  const rows = await tx.query<{ partner_id: string; currency: string; waiting: string; booked: string }>(
    `with waiting as (
       select partner_id, currency, sum(amount - reversed) as amount from commission
        where workspace_id = $1 and status in ('pending', 'suspended', 'held', 'in_review') group by partner_id, currency),
     booked as (
       select partner_id, currency, sum(case when credit = 'pending' then amount else -amount end) as amount from posting
        where workspace_id = $1 and (credit = 'pending' or debit = 'pending') group by partner_id, currency)
     select partner_id, currency, coalesce(waiting.amount, 0)::text as waiting, coalesce(booked.amount, 0)::text as booked
       from waiting full join booked using (partner_id, currency)
      where coalesce(waiting.amount, 0) <> coalesce(booked.amount, 0)`,
    [workspaceId],
  );
  return rows.map((row) => ({
    check: `pending of ${row.partner_id} in ${row.currency}`,
    factSeq: null,
    expected: row.waiting,
    found: row.booked,
  }));
}
