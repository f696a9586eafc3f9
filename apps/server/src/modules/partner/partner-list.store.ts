import type { Stage } from '@cordee/contract/partner';
import type { EnrollmentState } from '@cordee/core/counting';
import type { PartnerKind } from '@cordee/core/plan';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { partnerColumns, partnerFrom, type PartnerRecord, type PartnerRow } from './partner.store.ts';

export type PartnerSort = 'name' | 'newest' | 'earned' | 'lastActivity';

export interface PartnerFilter {
  readonly id: string | null;
  readonly search: string | null;
  readonly kind: PartnerKind | null;
  readonly country: string | null;
  readonly stage: Stage | null;
  readonly tag: string | null;
  readonly programId: string | null;
  /** Of an enrollment in force at `now`. */
  readonly state: EnrollmentState | null;
  readonly archived: 'exclude' | 'include' | 'only';
  readonly sort: PartnerSort;
  /** Sort key and id of the last partner seen. */
  readonly after: readonly string[] | null;
  readonly limit: number;
  readonly now: Instant;
}

export interface ListedRecord extends PartnerRecord {
  readonly earned: bigint;
  readonly lastActivityAt: Instant | null;
  /** What the list is sorted by, as text. */
  readonly sortKey: string;
}

interface Order {
  readonly key: string;
  readonly type: string;
  readonly by: string;
  readonly beyond: '<' | '>';
  /** Which of the two tables leads. */
  readonly from: string;
  readonly id: string;
}

const figures = 'partner_figures g on g.workspace_id = p.workspace_id and g.partner_id = p.id';
const led = 'partner p';
const leading = `partner p join ${figures}`;
const orders: Readonly<Record<PartnerSort, Order>> = {
  name: { key: 'p.name_key', type: 'text', by: 'p.name_key, p.id', beyond: '>', from: led, id: 'p.id' },
  newest: { key: 'p.id', type: 'uuid', by: 'p.id desc', beyond: '<', from: led, id: 'p.id' },
  earned: {
    key: 'g.earned',
    type: 'bigint',
    by: 'g.earned desc, g.partner_id desc',
    beyond: '<',
    from: leading,
    id: 'g.partner_id',
  },
  lastActivity: {
    key: 'g.last_at',
    type: 'timestamptz',
    by: 'g.last_at desc, g.partner_id desc',
    beyond: '<',
    from: leading,
    id: 'g.partner_id',
  },
};

/** A page of partners. Every sort follows an index from the last partner seen on. */
export async function selectPartners(tx: Tx, workspaceId: string, filter: PartnerFilter): Promise<ListedRecord[]> {
  const { text, values } = partnersStatement(workspaceId, filter);
  const rows = await tx.query<PartnerRow & { earned: bigint; last_at: Instant; sort_key: string }>(text, values);
  return rows.map((row) => ({
    ...partnerFrom(row),
    earned: row.earned,
    lastActivityAt: row.last_at === 0 ? null : row.last_at,
    sortKey: row.sort_key,
  }));
}

function partnersStatement(workspaceId: string, filter: PartnerFilter): { text: string; values: unknown[] } {
  const order = orders[filter.sort];
  const values: unknown[] = [workspaceId];
  const place = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (order.from === leading) where.push('g.workspace_id = $1');
  if (filter.id !== null) where.push(`p.id = ${place(filter.id)}`);
  if (filter.kind !== null) where.push(`p.kind = ${place(filter.kind)}`);
  if (filter.country !== null) where.push(`p.country = ${place(filter.country)}`);
  if (filter.stage !== null) where.push(`p.stage = ${place(filter.stage)}`);
  if (filter.archived !== 'include') where.push(`p.archived_at is ${filter.archived === 'only' ? 'not ' : ''}null`);
  if (filter.search !== null) where.push(searched(filter.search, place));
  if (filter.tag !== null) {
    where.push(
      `exists (select 1 from partner_tag t where t.workspace_id = $1 and t.partner_id = p.id and t.tag = ${place(filter.tag)})`,
    );
  }
  if (filter.programId !== null || filter.state !== null) where.push(enrolled(filter, place));
  if (filter.after !== null) {
    const [key, id] = filter.after;
    where.push(`(${order.key}, ${order.id}) ${order.beyond} (${place(key)}::${order.type}, ${place(id)}::uuid)`);
  }
  // As text of UTC, so that a cursor says the same whatever the session.
  const sortKey =
    filter.sort === 'lastActivity'
      ? `to_char(g.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : `${order.key}::text`;
  const columns = `${partnerColumns}, coalesce(g.earned, 0) as earned, coalesce(g.last_at, 'epoch') as last_at, ${sortKey} as sort_key`;
  const page = `${where.map((condition) => ` and ${condition}`).join('')} order by ${order.by} limit ${place(filter.limit)}`;
  // Of thousands that a search finds, figures are looked up for those of the page.
  const text =
    order.from === leading
      ? `select ${columns} from ${leading} where p.workspace_id = $1${page}`
      : `select ${columns} from (select p.* from partner p where p.workspace_id = $1${page}) p left join ${figures} order by ${order.by}`;
  return { text, values };
}

type Place = (value: unknown) => string;

/** The longest text a short search can begin: the end of the range of names. */
const LAST_CHARACTER = '\u{10FFFF}';

function searched(search: string, place: Place): string {
  const text = search.toLowerCase();
  if (Array.from(text).length < 3) {
    return `p.name_key ~>=~ ${place(text)} and p.name_key ~<~ ${place(text + LAST_CHARACTER)}`;
  }
  const pattern = `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  return `p.id in (select cordee_search_partners(${place(pattern)}))`;
}

/**
 * An enrollment's state now: the entry in force, or the first to come. Said by joins alone, whose sizes the planner can guess: few
 * wait to be let in, nearly all are active.
 */
function enrolled({ programId, state, now }: PartnerFilter, place: Place): string {
  const program = programId === null ? '' : ` and e.program_id = ${place(programId)}`;
  if (state === null) {
    return `exists (select 1 from enrollment e where e.workspace_id = $1 and e.partner_id = p.id${program})`;
  }
  const at = place(new Date(now));
  const begun = (entry: string) => `(${entry}.from_at <= ${at} or ${entry}.from_at <= ${entry}.recorded_at)`;
  return `exists (
    select 1 from enrollment e
    join enrollment_state s on s.workspace_id = $1 and s.enrollment_id = e.id and s.state = ${place(state)} and (${begun('s')} or s.number = 1)
    where e.workspace_id = $1 and e.partner_id = p.id${program} and not exists (
      select 1 from enrollment_state other where other.workspace_id = $1 and other.enrollment_id = s.enrollment_id
        and ${begun('other')} and (not ${begun('s')} or (other.from_at, other.number) > (s.from_at, s.number))))`;
}
