import type { Tx } from '../../platform/db/index.ts';
import type { ImportedClick } from './csv/click-rows.ts';

/** Stores clicks, each once. Says of each: `stored`, `known`, or that no link has its code. */
export async function storeClicks(
  tx: Tx,
  workspaceId: string,
  clicks: readonly ImportedClick[],
): Promise<readonly ('stored' | 'known' | 'unknown_code')[]> {
  for (const month of new Set(clicks.map(({ at }) => new Date(at).toISOString().slice(0, 7)))) {
    await tx.query('select cordee_ensure_click_month($1::date)', [`${month}-01`]);
  }
  const rows = await tx.query<{ place: bigint; known: boolean; stored: boolean }>(
    `with asked as (
       select * from unnest($2::uuid[], $3::timestamptz[], $4::text[], $5::uuid[], $6::text[], $7::text[])
         with ordinality as a (id, at, code, visitor_id, sub_id, referrer_host, place)
     ), owned as (
       select a.*, e.program_id, e.id as enrollment_id, e.partner_id, l.id as link_id, l.sub_id as link_sub_id
         from asked a
         join link l on l.workspace_id = $1 and l.code = a.code
         join enrollment e on e.workspace_id = l.workspace_id and e.id = l.enrollment_id
     ), stored as (
       insert into click (workspace_id, id, at, program_id, enrollment_id, partner_id, link_id, visitor_id, sub_id, referrer_host, path)
       select $1, id, at, program_id, enrollment_id, partner_id, link_id, visitor_id, coalesce(sub_id, link_sub_id), referrer_host, 'api'
         from owned order by at, id
       on conflict (workspace_id, at, id) do nothing
       returning id
     )
     select a.place, o.id is not null as known, s.id is not null as stored
       from asked a left join owned o on o.place = a.place left join stored s on s.id = a.id`,
    [
      workspaceId,
      clicks.map(({ id }) => id),
      clicks.map(({ at }) => new Date(at)),
      clicks.map(({ code }) => code),
      clicks.map(({ visitorId }) => visitorId),
      clicks.map(({ subId }) => subId),
      clicks.map(({ referrerHost }) => referrerHost),
    ],
  );
  const seen = new Set<string>();
  const answers: ('stored' | 'known' | 'unknown_code')[] = clicks.map(() => 'unknown_code');
  for (const { place, known, stored } of rows.sort((a, b) => Number(a.place - b.place))) {
    const index = Number(place) - 1;
    const id = clicks[index]?.id ?? '';
    if (known) answers[index] = stored && !seen.has(id) ? 'stored' : 'known';
    seen.add(id);
  }
  return answers;
}
