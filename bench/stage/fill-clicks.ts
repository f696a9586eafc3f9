import { withClient } from './postgres.ts';
import type { Workspace } from './workspace.ts';

const DAY_MS = 86_400_000;
const YEAR_DAYS = 364;

/**
 * Clicks of a year, straight into their months and in the order of time, as they come. They are spread over `partners`
 * partners so that the first, who really exists, has one in seventeen of all when there are five thousand.
 */
export async function fillClicks(
  workspace: Workspace,
  clicks: number,
  partners: number,
  now: number,
  when: 'year' | 'last minute' = 'year',
): Promise<void> {
  const from = when === 'year' ? now - YEAR_DAYS * DAY_MS : now - 60_000;
  const step = (now - from) / clicks;
  const first = workspace.partners[0];
  if (first === undefined) throw new Error('clicks need a partner');
  await withClient(workspace.url, async (client) => {
    await client.query(`create temp table clicked (number integer primary key, partner_id uuid)`);
    await client.query(`insert into clicked select number, gen_random_uuid() from generate_series(1, $1::integer - 1) number`, [
      partners,
    ]);
    await client.query('insert into clicked values (0, $1)', [first.partnerId]);
    const months = await client.query<{ first: string }>(
      `select to_char(month, 'YYYY-MM-DD') as first, cordee_ensure_click_month(month::date)
       from generate_series(date_trunc('month', to_timestamp($1::float8 / 1000)), to_timestamp($2::float8 / 1000), '1 month') month`,
      [from, now],
    );
    // The parent would look for the partition of each row.
    for (const { first: day } of months.rows) {
      const table = `click_${day.slice(0, 4)}${day.slice(5, 7)}`;
      await client.query(
        `with month as (
           select extract(epoch from $6::date)::float8 * 1000 as starts, extract(epoch from $6::date + interval '1 month')::float8 * 1000 as ends
         ), numbered as (
           select $7::float8 + n * $8::float8 as ms, random() as skew, random() as dice
           from month, generate_series(greatest(0, ceil((starts - $7) / $8))::bigint, least($9::bigint, ceil((ends - $7) / $8)::bigint) - 1) n
         )
         insert into ${table} (workspace_id, id, at, program_id, enrollment_id, partner_id, link_id, visitor_id, flag, address_hash, agent, path)
         select $1, gen_random_uuid(), to_timestamp(ms / 1000), $2, $3, c.partner_id, $4, gen_random_uuid(),
           case when dice < 0.1 then 'repeat' when dice < 0.15 then 'bot' end, '\\x00112233445566778899aabbccddeeff'::bytea, 'chrome', 'cookie'
         from numbered join clicked c on c.number = floor(skew * skew * skew * $5::integer)::integer
         order by ms`,
        [workspace.workspaceId, workspace.programId, first.enrollmentId, first.linkId, partners, day, from, step, clicks],
      );
    }
    await client.query('drop table clicked');
  });
}
