import { monthBefore, type Cut } from '@cordee/core/closing';
import type { Tx } from '../../platform/db/index.ts';

/** What a posting adds to each account a partner has. */
const added = (account: string) =>
  `sum(case when credit = '${account}' then amount when debit = '${account}' then -amount else 0 end) as ${account}`;
const addedToAll = ['pending', 'payable', 'in_payout', 'paid'].map(added).join(', ');

/**
 * The figures of every partner and currency of a month that was cut: what the month before closed with (for the first one, all that took
 * effect before it), and the postings that stand in it. The books are only read.
 */
const told = (opening: string) => `
  with moved as (
    select p.partner_id, p.currency, p.debit, p.credit, p.amount, false as late
      from fact f join posting p on p.workspace_id = f.workspace_id and p.fact_seq = f.seq
     where f.workspace_id = $1 and f.occurred_at >= $3 and f.occurred_at < $4 and f.seq <= $6
    union all
    select p.partner_id, p.currency, p.debit, p.credit, p.amount, true from posting p
     where p.workspace_id = $1 and p.fact_seq > $5 and p.fact_seq <= $6 and p.effective_at < $3),
  sums as (
    select partner_id, currency, ${addedToAll}, count(*) as movements, count(*) filter (where late) as late
      from moved group by partner_id, currency),
  opening as (${opening}),
  owing as (select * from unnest($7::uuid[], $8::text[]) as w (partner_id, currency)),
  figures as (
    select partner_id, currency, coalesce(o.pending, 0) as o_pending, coalesce(o.payable, 0) as o_payable,
           coalesce(o.in_payout, 0) as o_in_payout, coalesce(o.paid, 0) as o_paid, coalesce(s.pending, 0) as pending,
           coalesce(s.payable, 0) as payable, coalesce(s.in_payout, 0) as in_payout, coalesce(s.paid, 0) as paid,
           coalesce(s.movements, 0) as movements, coalesce(s.late, 0) as late, w.owes is not null as owes
      from opening o full join sums s using (partner_id, currency)
        full join (select *, true as owes from owing) w using (partner_id, currency)),
  told as (
    select *, movements > 0 or o_pending <> 0 or o_payable <> 0 or o_in_payout <> 0 or owes as is_told from figures)`;

const settling = (opening: string) => `${told(opening)}
  insert into statement (workspace_id, id, month, partner_id, currency, number, partner_name,
    opening_pending, opening_payable, opening_in_payout, opening_paid,
    closing_pending, closing_payable, closing_in_payout, closing_paid, movements, late)
  select $1, gen_random_uuid(), $2, t.partner_id, t.currency,
         case when is_told then row_number() over (partition by is_told order by p.created_at, t.partner_id, t.currency) end, p.name,
         o_pending, o_payable, o_in_payout, o_paid,
         o_pending + pending, o_payable + payable, o_in_payout + in_payout, o_paid + paid, movements, late
    from told t join partner p on p.workspace_id = $1 and p.id = t.partner_id
   where is_told or o_paid <> 0`;

const closedBefore = `select partner_id, currency, closing_pending as pending, closing_payable as payable,
    closing_in_payout as in_payout, closing_paid as paid
  from statement where workspace_id = $1 and month = $9`;

const bookedBefore = `select partner_id, currency, ${addedToAll} from posting
  where workspace_id = $1 and fact_seq <= $6 and effective_at < $3 group by partner_id, currency`;

/** Rows of figures that are kept otherwise than the books give them, or are too many, or missing. */
const comparing = (opening: string) => `${told(opening)},
  expected as (
    select partner_id, currency, is_told, o_pending, o_payable, o_in_payout, o_paid, o_pending + pending as pending,
           o_payable + payable as payable, o_in_payout + in_payout as in_payout, o_paid + paid as paid, movements, late
      from told where is_told or o_paid <> 0),
  kept as (
    select partner_id, currency, number is not null as is_told, opening_pending, opening_payable, opening_in_payout, opening_paid,
           closing_pending, closing_payable, closing_in_payout, closing_paid, movements, late
      from statement where workspace_id = $1 and month = $2)
  select row_to_json(e)::text as expected, row_to_json(k)::text as found
    from expected e full join kept k using (partner_id, currency)
   where e is null or k is null or to_jsonb(array[e.is_told::int, e.o_pending, e.o_payable, e.o_in_payout, e.o_paid, e.pending, e.payable,
           e.in_payout, e.paid, e.movements, e.late])
         <> to_jsonb(array[k.is_told::int, k.opening_pending, k.opening_payable, k.opening_in_payout, k.opening_paid, k.closing_pending,
           k.closing_payable, k.closing_in_payout, k.closing_paid, k.movements, k.late])
   order by partner_id, currency limit 50`;

/** Who owes something under a plan when a month begins: it is told so though nothing moves. */
export type Owing = readonly { readonly partnerId: string; readonly currency: string }[];

export interface FigureFault {
  readonly expected: string | null;
  readonly found: string | null;
}

/** What of a closed month is kept otherwise than the books, read again, give it; fifty at most. */
export async function figureFaults(tx: Tx, workspaceId: string, cut: Cut, zone: string, owing: Owing): Promise<FigureFault[]> {
  const { text, values } = await bounded(tx, workspaceId, { cut, zone, owing }, comparing);
  return tx.query<{ expected: string | null; found: string | null }>(text, values);
}

/** Where the chain of transactions ended at a cut, as the books have it now. */
export async function hashAt(tx: Tx, workspaceId: string, through: bigint): Promise<Buffer> {
  const rows = await tx.query<{ hash: Buffer }>(
    `select hash from ledger_transaction where workspace_id = $1 and fact_seq <= $2 order by fact_seq desc limit 1`,
    [workspaceId, through],
  );
  return rows[0]?.hash ?? Buffer.alloc(32);
}

/** Freezes the figures of a month that was cut, and marks it closed. Runs once for each month, in a transaction of its own or the cut's. */
export async function settle(tx: Tx, workspaceId: string, cut: Cut, zone: string, owing: Owing): Promise<void> {
  const { text, values } = await bounded(tx, workspaceId, { cut, zone, owing }, settling);
  await tx.query(text, values);
  await tx.query(
    `update period_closing set state = 'closed',
       statements = (select count(*) from statement where workspace_id = $1 and month = $2 and number is not null)
      where workspace_id = $1 and month = $2`,
    [workspaceId, cut.month],
  );
}

/** Waits until nobody else settles the month; whether it is still to be settled. */
export async function lockUnsettled(tx: Tx, workspaceId: string, month: string): Promise<boolean> {
  const rows = await tx.query<{ month: string }>(
    `select month from period_closing where workspace_id = $1 and month = $2 and state = 'closing' for update`,
    [workspaceId, month],
  );
  return rows.length === 1;
}

interface Month {
  readonly cut: Cut;
  readonly zone: string;
  readonly owing: Owing;
}

/** The statement for a month, with the opening it has: of the month before, or for the first one of the books. */
async function bounded(
  tx: Tx,
  workspaceId: string,
  { cut, zone, owing }: Month,
  statement: (opening: string) => string,
): Promise<{ readonly text: string; readonly values: readonly unknown[] }> {
  const values = [
    workspaceId,
    cut.month,
    new Date(cut.from),
    new Date(cut.to),
    cut.after,
    cut.through,
    owing.map(({ partnerId }) => partnerId),
    owing.map(({ currency }) => currency),
  ];
  if (!(await hasEarlier(tx, workspaceId, cut.month))) return { text: statement(bookedBefore), values };
  return { text: statement(closedBefore), values: [...values, monthBefore(cut.month, zone)] };
}

async function hasEarlier(tx: Tx, workspaceId: string, month: string): Promise<boolean> {
  const rows = await tx.query<{ month: string }>(
    `select month from period_closing where workspace_id = $1 and month < $2 limit 1`,
    [workspaceId, month],
  );
  return rows.length === 1;
}
