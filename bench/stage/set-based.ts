import type { Client } from 'pg';
import { plan, zone } from './plan.ts';
import type { Workspace } from './workspace.ts';

/*
 * The limit of a commission run: what somebody would write by hand for exactly this plan, all in sets. It fills tables of the
 * same columns and indexes as ours from the same facts. It knows nothing of windows, lifetime, caps, refunds or reasons.
 */

const TABLES = [
  ['limit_commission', 'commission_0'],
  ['limit_transaction', 'ledger_transaction_0'],
  ['limit_posting', 'posting_0'],
  ['limit_balance', 'balance_snapshot'],
] as const;

export async function prepareSetBased(client: Client, workspace: Workspace): Promise<void> {
  for (const [name, like] of TABLES) await client.query(`create table ${name} (like ${like} including all)`);
  await client.query(
    `create table limit_code (code text primary key, enrollment_id uuid, partner_id uuid, program_id uuid, plan_version_id uuid)`,
  );
  for (const { code, enrollmentId, partnerId } of workspace.partners) {
    const { programId, planVersionId } = workspace;
    await client.query('insert into limit_code values ($1, $2, $3, $4, $5)', [
      code,
      enrollmentId,
      partnerId,
      programId,
      planVersionId,
    ]);
  }
  await client.query(
    `create table limit_rule (category text primary key, clause text, rule_id text, rate text, numerator bigint, denominator bigint)`,
  );
  await client.query(
    `insert into limit_rule values ('gift-card', '1', 'gift-cards', '1/50', 1, 50), ('book', '2', 'books', '1/20', 1, 20),
      ('', '3', 'sales', '1/10', 1, 10)`,
  );
  await client.query('analyze limit_code, limit_rule');
}

/** One transaction: commissions, transactions, postings, balances. */
export async function runSetBased(client: Client): Promise<void> {
  await client.query('begin');
  // One line of an order, one commission; percent of its net, rounded half up (no amount is negative).
  await client.query(
    `insert into limit_commission (workspace_id, fact_seq, number, enrollment_id, partner_id, program_id, plan_version_id, clause,
       rule_id, line_id, currency, base, amount, arithmetic, cap, occurred_at, recorded_at, payable_at)
     select f.workspace_id, f.seq, (l.place - 1)::int, c.enrollment_id, c.partner_id, c.program_id, c.plan_version_id,
       coalesce(r.clause, o.clause), coalesce(r.rule_id, o.rule_id), l.line->>'id', f.currency, n.net,
       (n.net * coalesce(r.numerator, o.numerator) * 2 + coalesce(r.denominator, o.denominator)) / (coalesce(r.denominator, o.denominator) * 2),
       ('{"kind":"percent","base":"' || n.net || '","rate":"' || coalesce(r.rate, o.rate) || '"}')::json, null,
       f.occurred_at, f.recorded_at, ((f.occurred_at at time zone '${zone}')::date + ${plan.holdDays})::timestamp at time zone '${zone}'
     from fact f
     join limit_code c on c.code = f.body->>'code'
     cross join lateral json_array_elements(f.body->'lines') with ordinality as l (line, place)
     cross join lateral (select (l.line->>'net')::bigint as net) n
     left join limit_rule r on r.category = l.line->>'category'
     cross join (select * from limit_rule where category = '') o`,
  );
  await client.query(
    `insert into limit_transaction (workspace_id, fact_seq, kind, effective_at, recorded_at, hash)
     select workspace_id, fact_seq, 'accrual', occurred_at, recorded_at, decode(repeat('00', 32), 'hex')
     from limit_commission where number = 0`,
  );
  await client.query(
    `insert into limit_posting (workspace_id, fact_seq, number, debit, credit, partner_id, currency, amount, effective_at,
       commission_fact_seq, commission_number)
     select workspace_id, fact_seq, number, 'commission_expense', 'pending', partner_id, currency, amount, occurred_at, fact_seq, number
     from limit_commission`,
  );
  await client.query(
    `insert into limit_balance (workspace_id, partner_id, currency, account, through_seq, debits, credits)
     select workspace_id, partner_id, currency, account, max(fact_seq), sum(debit), sum(credit) from (
       select workspace_id, partner_id, currency, debit as account, fact_seq, amount as debit, 0 as credit from limit_posting
       union all
       select workspace_id, partner_id, currency, credit, fact_seq, 0, amount from limit_posting
     ) sides group by 1, 2, 3, 4`,
  );
  await client.query('commit');
}

interface PartnerSum {
  readonly partner_id: string;
  readonly commissions: string;
  readonly amount: string;
  readonly posted: string;
}

/** What each run gave each partner, in commissions and in postings. */
export async function setBasedSums(client: Client): Promise<{ ours: PartnerSum[]; theirs: PartnerSum[] }> {
  const sums = async (commission: string, posting: string) => {
    const { rows } = await client.query<PartnerSum>(
      `select c.partner_id, c.commissions::text, c.amount::text, p.posted::text
       from (select partner_id, count(*) as commissions, sum(amount) as amount from ${commission} group by 1) c
       join (select partner_id, sum(amount) as posted from ${posting} group by 1) p using (partner_id) order by 1`,
    );
    return rows;
  };
  return { ours: await sums('commission', 'posting'), theirs: await sums('limit_commission', 'limit_posting') };
}
