import type { Tx } from '../../../platform/db/index.ts';
import { NOBODY } from './day-sum.ts';

export interface SumFault {
  readonly check: string;
  readonly factSeq: null;
  readonly expected: string;
  readonly found: string;
}

interface FaultRow {
  readonly what: string;
  readonly expected: string;
  readonly found: string;
}

/** At most this many of each check. */
const most = 50;

/**
 * The daily sums against their parts, which are added again by the database alone: facts by day, the ledger by partner, partners
 * and countries against the company, and what partners are sorted by.
 */
export async function conversionFaults(tx: Tx, workspaceId: string): Promise<SumFault[]> {
  const faults: SumFault[] = [];
  for (const [check, text] of Object.entries(checks)) {
    const rows = await tx.query<FaultRow>(`${text} limit ${most}`, [workspaceId]);
    faults.push(...rows.map(({ what, expected, found }) => ({ check: `${check} ${what}`, factSeq: null, expected, found })));
  }
  return faults;
}

const head = `head as (select coalesce((select through_seq from conversion_head where workspace_id = $1), 0) as seq)`;

const checks: Readonly<Record<string, string>> = {
  'sums of facts on': `
    with ${head}, wanted as (
      select (f.occurred_at at time zone w.zone)::date as day, coalesce(f.currency, '') as currency,
        count(*) filter (where f.kind = 'sale') as sales, count(*) filter (where f.kind = 'lead') as leads,
        coalesce(sum(f.amount) filter (where f.kind = 'sale'), 0) as amount
      from fact f join workspace w on w.id = f.workspace_id
      where f.workspace_id = $1 and f.seq <= (select seq from head) and f.kind in ('sale', 'lead') group by 1, 2
    ), stored as (
      select day, currency, sum(sales) as sales, sum(leads) as leads, sum(amount) as amount from conversion_daily
      where workspace_id = $1 and grain = 'total' and partner_id = '${NOBODY}' group by 1, 2
    )
    select day::text || ' ' || currency as what,
      concat_ws(' ', coalesce(w.sales, 0), coalesce(w.leads, 0), coalesce(w.amount, 0)) as expected,
      concat_ws(' ', coalesce(s.sales, 0), coalesce(s.leads, 0), coalesce(s.amount, 0)) as found
    from wanted w full join stored s using (day, currency)
    where (coalesce(w.sales, 0), coalesce(w.leads, 0), coalesce(w.amount, 0))
      <> (coalesce(s.sales, 0), coalesce(s.leads, 0), coalesce(s.amount, 0))`,
  'sums of the ledger of': `
    with ${head}, wanted as (
      select partner_id, currency,
        coalesce(sum(amount) filter (where debit = 'commission_expense' and coalesce(commission_fact_seq, fact_seq) = fact_seq), 0)
          as earned,
        coalesce(sum(amount) filter (where credit = 'commission_expense'), 0)
          - coalesce(sum(amount) filter (where debit = 'commission_expense' and commission_fact_seq <> fact_seq), 0) as reversed,
        coalesce(sum(amount) filter (where credit = 'paid'), 0) as paid
      from posting where workspace_id = $1 and fact_seq <= (select seq from head) group by 1, 2
    ), stored as (
      select partner_id, currency, sum(earned) as earned, sum(reversed) as reversed, sum(paid) as paid from conversion_daily
      where workspace_id = $1 and grain = 'total' and partner_id <> '${NOBODY}' group by 1, 2
    )
    select partner_id::text || ' ' || currency as what,
      concat_ws(' ', coalesce(w.earned, 0), coalesce(w.reversed, 0), coalesce(w.paid, 0)) as expected,
      concat_ws(' ', coalesce(s.earned, 0), coalesce(s.reversed, 0), coalesce(s.paid, 0)) as found
    from wanted w full join stored s using (partner_id, currency)
    where (coalesce(w.earned, 0), coalesce(w.reversed, 0), coalesce(w.paid, 0))
      <> (coalesce(s.earned, 0), coalesce(s.reversed, 0), coalesce(s.paid, 0))`,
  'sums of partners on': `
    with sides as (
      select day, program_id, currency, partner_id = '${NOBODY}' as company, sum(earned) as earned, sum(reversed) as reversed,
        sum(paid) as paid, sum(commissions) as commissions
      from conversion_daily where workspace_id = $1 and grain = 'total' group by 1, 2, 3, 4
    )
    select day::text || ' ' || program_id || ' ' || currency as what,
      concat_ws(' ', sum(earned) filter (where company), sum(reversed) filter (where company), sum(paid) filter (where company),
        sum(commissions) filter (where company)) as expected,
      concat_ws(' ', sum(earned) filter (where not company), sum(reversed) filter (where not company),
        sum(paid) filter (where not company), sum(commissions) filter (where not company)) as found
    from sides group by day, program_id, currency
    having sum(case when company then earned else -earned end) <> 0 or sum(case when company then reversed else -reversed end) <> 0
      or sum(case when company then paid else -paid end) <> 0
      or sum(case when company then commissions else -commissions end) <> 0`,
  'sums of countries of': `
    with sides as (
      select partner_id, day, program_id, currency, grain, sum(sales) as sales, sum(amount) as amount, sum(leads) as leads,
        sum(refunds) as refunds, sum(refunded) as refunded, sum(earned) as earned, sum(reversed) as reversed
      from conversion_daily where workspace_id = $1 and grain in ('total', 'country') group by 1, 2, 3, 4, 5
    ), whole as (select * from sides where grain = 'total'), parts as (select * from sides where grain = 'country')
    select concat_ws(' ', partner_id, day, program_id, currency) as what,
      concat_ws(' ', w.sales, w.amount, w.leads, w.refunds, w.refunded, w.earned, w.reversed) as expected,
      concat_ws(' ', p.sales, p.amount, p.leads, p.refunds, p.refunded, p.earned, p.reversed) as found
    from whole w full join parts p using (partner_id, day, program_id, currency)
    where (coalesce(w.sales, 0), coalesce(w.amount, 0), coalesce(w.leads, 0), coalesce(w.refunds, 0), coalesce(w.refunded, 0),
        coalesce(w.earned, 0), coalesce(w.reversed, 0))
      <> (coalesce(p.sales, 0), coalesce(p.amount, 0), coalesce(p.leads, 0), coalesce(p.refunds, 0), coalesce(p.refunded, 0),
        coalesce(p.earned, 0), coalesce(p.reversed, 0))`,
  'sums of ways in': `
    with sides as (
      select day, program_id, currency, grain, sum(sales) as sales, sum(amount) as amount, sum(leads) as leads
      from conversion_daily where workspace_id = $1 and grain in ('total', 'path') and partner_id = '${NOBODY}' group by 1, 2, 3, 4
    ), whole as (select * from sides where grain = 'total'), parts as (select * from sides where grain = 'path')
    select concat_ws(' ', day, program_id, currency) as what, concat_ws(' ', w.sales, w.amount, w.leads) as expected,
      concat_ws(' ', p.sales, p.amount, p.leads) as found
    from whole w full join parts p using (day, program_id, currency)
    where (coalesce(w.sales, 0), coalesce(w.amount, 0), coalesce(w.leads, 0))
      <> (coalesce(p.sales, 0), coalesce(p.amount, 0), coalesce(p.leads, 0))`,
  'sums of cohorts in': `
    with ${head}, wanted as (
      select date_trunc('month', f.occurred_at at time zone w.zone)::date as month, coalesce(f.currency, '') as currency,
        count(*) as sales, coalesce(sum(f.amount), 0) as amount
      from fact f join workspace w on w.id = f.workspace_id
      where f.workspace_id = $1 and f.seq <= (select seq from head) and f.kind = 'sale' and f.customer_id is not null group by 1, 2
    ), stored as (
      select month, currency, sum(sales) as sales, sum(amount) as amount from cohort_monthly where workspace_id = $1 group by 1, 2
    )
    select month::text || ' ' || currency as what, concat_ws(' ', w.sales, w.amount) as expected,
      concat_ws(' ', s.sales, s.amount) as found
    from wanted w full join stored s using (month, currency)
    where (coalesce(w.sales, 0), coalesce(w.amount, 0)) <> (coalesce(s.sales, 0), coalesce(s.amount, 0))`,
  'customers of cohorts': `
    with ${head}, wanted as (
      select count(distinct customer_id) as customers from fact
      where workspace_id = $1 and seq <= (select seq from head) and kind = 'sale' and customer_id is not null
    ), stored as (select coalesce(sum(customers), 0) as customers from cohort_monthly where workspace_id = $1)
    select '' as what, w.customers::text as expected, s.customers::text as found
    from wanted w cross join stored s where w.customers <> s.customers`,
  'what is sorted by of': `
    with wanted as (
      select d.partner_id, sum(d.earned - d.reversed) as earned from conversion_daily d join workspace w on w.id = d.workspace_id
      where d.workspace_id = $1 and d.grain = 'total' and d.partner_id <> '${NOBODY}' and d.currency = w.currency group by 1
    )
    select partner_id::text as what, coalesce(w.earned, 0)::text as expected, coalesce(f.earned, 0)::text as found
    from wanted w full join (select partner_id, earned from partner_figures where workspace_id = $1) f using (partner_id)
    where coalesce(w.earned, 0) <> coalesce(f.earned, 0)`,
};
