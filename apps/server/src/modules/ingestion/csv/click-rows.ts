import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import type { Tx } from '../../../platform/db/index.ts';
import { readCode, readInstant, readText, readUuid } from './read-values.ts';
import { column, mustBePast, required, styleOf, type FileContext } from './row-view.ts';

/** A click that was recorded elsewhere. */
export interface ImportedClick {
  readonly id: string;
  readonly at: Instant;
  readonly code: string;
  readonly visitorId: string | null;
  readonly subId: string | null;
  readonly referrerHost: string | null;
}

/** Rows of a file of clicks. Ids are made of what a row says, so that the same row is the same click. */
export function clickRows(context: FileContext): (fields: readonly string[]) => ImportedClick {
  const style = styleOf(context);
  const idAt = column(context, 'eventId');
  const dateAt = required(context, 'occurredAt');
  const codeAt = required(context, 'code');
  const visitorAt = column(context, 'visitorId');
  const subIdAt = column(context, 'subId');
  const referrerAt = column(context, 'referrerHost');
  return (fields) => {
    const dateText = dateAt(fields);
    const at = mustBePast(readInstant(dateText, style, 'occurredAt'), context.now, 'occurredAt', dateText);
    const code = readCode(codeAt(fields), 'code');
    const visitor = visitorAt(fields);
    const subId = readText(subIdAt(fields), 100, 'subId');
    const eventId = readText(idAt(fields), 200, 'eventId');
    return {
      id: clickId(at, eventId === '' ? `${code}\u001F${visitor}\u001F${subId}` : eventId),
      at,
      code,
      visitorId: visitor === '' ? null : readUuid(visitor, 'visitorId'),
      subId: subId === '' ? null : subId,
      referrerHost: hostOf(referrerAt(fields)),
    };
  };
}

/** A UUIDv7 of the click's own milliseconds, its random part made of what tells it from others. */
function clickId(at: Instant, text: string): string {
  const time = at.toString(16).padStart(12, '0');
  const digits = hash('sha256', `click\u001F${at}\u001F${text}`, 'hex');
  const variant = ((Number.parseInt(digits.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(0, 3)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`;
}

function hostOf(text: string): string | null {
  const host = text
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[/?#:]/, 1)[0]
    ?.toLowerCase();
  return host === undefined || !/^[a-z0-9.-]{1,253}$/.test(host) ? null : host;
}

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
