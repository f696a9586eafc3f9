/** Runs one statement with values. */
export type RunSql = (text: string, values?: readonly unknown[]) => Promise<unknown>;

export interface Filling {
  readonly workspaceId: string;
  readonly programId: string;
  readonly planVersionId: string;
  readonly partners: number;
  readonly facts: number;
}

/** The id of a partner that was filled in: the first has the most sales. */
export function filledPartner(number: number): string {
  return `01890000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/**
 * A company with many partners and a year of counted facts, written past the product for the sizes of its lists: what the tables
 * would hold, not what counting would say. Nine facts in ten are sales of one partner or another, the others refunds and leads.
 */
export async function fillBooks(run: RunSql, filling: Filling): Promise<void> {
  await fillPartners(run, filling);
  await fillFacts(run, filling);
  await fillSums(run, filling);
  await run('analyze');
}

const partnerOf = (n: string) => `('01890000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const enrollmentOf = (n: string) => `('01890000-0000-7000-8001-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

async function fillPartners(run: RunSql, { workspaceId, programId, partners }: Filling): Promise<void> {
  const values = [workspaceId, partners];
  await run(
    `insert into partner (workspace_id, id, name, kind, country, email, language, external_id, stage, created_at, archived_at)
     select $1, ${partnerOf('n')},
       (array['Atelier','Maison','Studio','Comptoir','Agence','Cabinet','Garage','Ferme'])[1 + n % 8] || ' ' ||
         (array['Lumière','Martin','du Lac','Rossi','Vauban','Janssens','Keller','Moreau','Petit'])[1 + n % 9] || ' ' || n,
       (array['affiliate','referrer','reseller'])[1 + n % 3], (array['FR','BE','CH','DE','IT'])[1 + n % 5],
       'contact' || n || '@partner.example', 'fr', 'crm-' || n, case when n % 50 = 0 then 'prospect' else 'active' end,
       now() - n * interval '1 minute', case when n % 97 = 0 then now() end
     from generate_series(0, $2::int - 1) n`,
    values,
  );
  await run(
    `insert into enrollment (workspace_id, id, program_id, partner_id, created_at)
     select $1, ${enrollmentOf('n')}, $3, ${partnerOf('n')}, now() from generate_series(0, $2::int - 1) n`,
    [...values, programId],
  );
  await run(
    `insert into enrollment_state (workspace_id, enrollment_id, number, from_at, recorded_at, state)
     select $1, ${enrollmentOf('n')}, 1, now() - interval '400 days', now() - interval '400 days',
       case when n % 1000 = 999 then 'pending' else 'active' end
     from generate_series(0, $2::int - 1) n`,
    values,
  );
  await run(
    `insert into audit (workspace_id, id, at, actor, action, subject, request_id)
     select $1, gen_random_uuid(), now(), '{"kind":"system","job":"fill"}', 'partner.changed', 'prt_' || n, 'fill'
     from generate_series(0, $2::int - 1) n`,
    values,
  );
  await run(
    `insert into partner_tag (workspace_id, partner_id, tag)
     select $1, ${partnerOf('n')}, case when n % 500 = 0 then 'rare' else 'fair' end from generate_series(0, $2::int - 1, 10) n`,
    values,
  );
}

async function fillFacts(run: RunSql, { workspaceId, programId, planVersionId, partners, facts }: Filling): Promise<void> {
  await run(`create temp table filled as
    select n::bigint as seq, floor(power(random(), 3) * ${partners})::int as p,
      case when n % 50 = 7 then 'refund' when n % 20 = 3 then 'lead' when n % 5000 = 11 then 'dispute_opened' else 'sale' end as kind,
      date_trunc('milliseconds', now() - interval '365 days' + interval '365 days' * (n::float8 / ${facts})) as at,
      1000 + (random() * 20000)::bigint as amount
    from generate_series(1, ${facts}) n`);
  await run(
    `insert into fact_0 (workspace_id, seq, kind, source, external_id, occurred_at, recorded_at, customer_id, currency, amount, target_seq,
       body, input_hash, hash)
     select $1, seq, kind, 'company/' || kind, 'event-' || seq, at, at,
       ('01890000-0000-8000-8002-' || lpad(to_hex(seq % 500000), 12, '0'))::uuid, case when kind <> 'lead' then 'EUR' end,
       case when kind in ('sale', 'refund') then amount end, case when kind in ('refund', 'dispute_opened') then seq - 3 end,
       '{"path":"coupon"}', '\\x00112233445566778899aabbccddeeff', decode(md5(seq::text) || md5(seq::text), 'hex')
     from filled`,
    [workspaceId],
  );
  await run(
    `insert into decision_0 (workspace_id, fact_seq, program_id, plan_version_id, unpaid, detail)
     select $1, seq, $2::uuid, $3::uuid, case when seq % 40 = 5 then 'no_touchpoint' end,
       json_build_object('credits', json_build_array(json_build_object('enrollmentId', ${enrollmentOf('p')}, 'partnerId',
         ${partnerOf('p')}, 'share', '1/1', 'via', 'coupon', 'touchpointId', null)))
     from filled`,
    [workspaceId, programId, planVersionId],
  );
  await run(
    `insert into commission_0 (workspace_id, fact_seq, number, enrollment_id, partner_id, program_id, plan_version_id, clause, rule_id,
       currency, base, amount, arithmetic, occurred_at, recorded_at, payable_at, status)
     select $1, seq, 0, ${enrollmentOf('p')}, ${partnerOf('p')}, $2, $3, '1', 'sales', 'EUR', amount, amount / 10 + 1,
       '{"kind":"percent"}', at, at, at + interval '30 days',
       case when seq % 9973 = 0 then 'suspended' when at < now() - interval '30 days' then 'payable' else 'pending' end
     from filled where kind = 'sale' and seq % 40 <> 5`,
    [workspaceId, programId, planVersionId],
  );
  await run(
    `insert into posting_0 (workspace_id, fact_seq, number, debit, credit, partner_id, currency, amount, effective_at, commission_fact_seq,
       commission_number)
     select workspace_id, fact_seq, 0, 'commission_expense', 'pending', partner_id, currency, amount, occurred_at, fact_seq, 0
     from commission_0 where workspace_id = $1`,
    [workspaceId],
  );
  await run(
    `insert into ledger_transaction_0 (workspace_id, fact_seq, kind, effective_at, recorded_at, hash)
     select workspace_id, fact_seq, 'accrual', occurred_at, recorded_at, decode(md5(fact_seq::text) || md5(fact_seq::text), 'hex')
     from commission_0 where workspace_id = $1`,
    [workspaceId],
  );
  await run(
    `insert into customer (workspace_id, id, external_id, country, created_at)
     select distinct on (customer_id) workspace_id, customer_id, 'customer-' || seq, 'FR', occurred_at from fact_0
     where workspace_id = $1 order by customer_id, seq`,
    [workspaceId],
  );
  await run('update fact_head set seq = $2 where workspace_id = $1', [workspaceId, facts]);
  await run('update count_head set counted_seq = $2 where workspace_id = $1', [workspaceId, facts]);
}

async function fillSums(run: RunSql, { workspaceId, programId, facts }: Filling): Promise<void> {
  const nobody = '00000000-0000-0000-0000-000000000000';
  const measures = `sales, amount, leads, refunds, refunded, commissions, earned, reversed, paid`;
  const sums = `count(*) filter (where f.kind = 'sale'), coalesce(sum(f.amount) filter (where f.kind = 'sale'), 0),
    count(*) filter (where f.kind = 'lead'), count(*) filter (where f.kind = 'refund'),
    coalesce(sum(f.amount) filter (where f.kind = 'refund'), 0), count(c.amount), coalesce(sum(c.amount), 0), 0, 0`;
  const joined = `filled f left join commission_0 c on c.workspace_id = $1 and c.fact_seq = f.seq`;
  // As they come where facts are counted day after day: the rows of a day lie beside each other.
  await run(
    `insert into conversion_daily (workspace_id, grain, partner_id, key, day, program_id, currency, ${measures})
     (select $1, 'total', ${partnerOf('f.p')}, '', f.at::date, $2::uuid, 'EUR', ${sums} from ${joined} group by f.p, f.at::date
      order by f.at::date)
     union all
     select $1, 'total', '${nobody}', '', f.at::date, $2::uuid, 'EUR', ${sums} from ${joined} group by f.at::date
     union all
     select $1, 'country', '${nobody}', (array['FR','BE','CH','DE','IT'])[1 + f.p % 5], f.at::date, $2::uuid, 'EUR', ${sums}
     from ${joined} group by f.p % 5, f.at::date`,
    [workspaceId, programId],
  );
  await run(
    `insert into partner_figures (workspace_id, partner_id, earned, last_at)
     select p.workspace_id, p.id, coalesce(s.earned, 0), coalesce(s.last_at, 'epoch')
     from partner p left join (select p as number, sum(amount) as earned, max(at) as last_at from filled group by p) s
       on ${partnerOf('s.number')} = p.id
     where p.workspace_id = $1 on conflict (workspace_id, partner_id) do update set earned = excluded.earned, last_at = excluded.last_at`,
    [workspaceId],
  );
  await run(
    `insert into partner_fact (workspace_id, partner_id, fact_seq)
     select $1, ${partnerOf('p')}, seq from filled where kind <> 'sale' or seq % 40 = 5`,
    [workspaceId],
  );
  await run(
    `insert into balance_snapshot (workspace_id, partner_id, currency, account, through_seq, debits, credits)
     select workspace_id, partner_id, 'EUR', 'pending', $2, 0, sum(amount) from commission_0 where workspace_id = $1 group by 1, 2`,
    [workspaceId, facts],
  );
  await run('update snapshot_head set through_seq = $2 where workspace_id = $1', [workspaceId, facts]);
  await run(
    `insert into conversion_head (workspace_id, through_seq) values ($1, $2)
     on conflict (workspace_id) do update set through_seq = excluded.through_seq`,
    [workspaceId, facts],
  );
  await run('drop table filled');
}
