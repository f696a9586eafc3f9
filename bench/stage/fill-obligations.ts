import type { Client } from 'pg';

interface Filling {
  readonly workspaceId: string;
  readonly obligations: number;
  readonly today: string;
}

const DAYS = 1460;

/**
 * Obligations of two years back and two ahead, as many on each day, written past the product: what the table would hold. One in four
 * needs no proof; of those that do and are past, one in five hundred was never handed in. All was told that was to be told until yesterday.
 */
export async function fillObligations(client: Client, { workspaceId, obligations, today }: Filling): Promise<void> {
  await client.query(
    `insert into obligation (workspace_id, id, partner_id, source, key, kind, owner, title_fr, title_en, due_on, remind_days, proof,
       last_kind, last_on, told, told_on, entries)
     with partners as (
       select array_agg(id order by id) as ids from partner where workspace_id = $1
     ), days as (
       select n, ids[1 + n % cardinality(ids)] as partner_id, n % ${DAYS} - ${DAYS / 2} as away, n / ${DAYS} % 4 = 0 as proves_itself,
         n / ${DAYS} % 500 = 1 as is_lacking
       from generate_series(0, $2::integer - 1) n, partners
     )
     select $1, gen_random_uuid(), partner_id, 'chr_' || n % 10000, 'document/bench/' || n, 'document',
       (array['company', 'partner', 'both'])[1 + n % 3], 'Attestation de vigilance', 'Certificate of vigilance', $3::date + away,
       array[14, 3, 0], case when proves_itself then 'none' else 'document' end,
       case when away < 0 and not proves_itself and not is_lacking then 'handed_in' end,
       case when away < 0 and not proves_itself and not is_lacking then $3::date + away end,
       told, case told when 'reminder' then $3::date - 1 when 'missed' then $3::date + away + 31 when 'late' then $3::date + away + 1
         when 'kept' then $3::date + away + 1 end, 0
     from days, lateral (select case
       when proves_itself then case when away < -1 then 'kept' end
       when away between -1 and 13 then 'reminder'
       when away >= 14 or not is_lacking then null
       when away < -31 then 'missed'
       else 'late' end as told) news`,
    [workspaceId, obligations, today],
  );
}

/** How many a day finds open until it: still to be handed in, or due on that day and kept by nobody saying otherwise. */
export async function countOpen(client: Client, today: string): Promise<number> {
  return count(
    client,
    `select count(*)::integer as found from obligation
      where last_kind is null and (due_on = $1::date or (due_on < $1::date and proof <> 'none'))`,
    today,
  );
}

/** News that the clock told on a day. */
export async function countTold(client: Client, today: string): Promise<number> {
  return count(client, `select count(*)::integer as found from obligation_entry where side = 'clock' and at >= $1::date`, today);
}

async function count(client: Client, text: string, today: string): Promise<number> {
  const { rows } = await client.query<{ found: number }>(text, [today]);
  return rows[0]?.found ?? 0;
}
