import type { TouchFlag } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Queryable } from '../../platform/db/index.ts';
import type { ClickPath } from './clicks/click-row.ts';

/** A click with its link. */
export interface StoredClick {
  readonly id: string;
  readonly at: Instant;
  readonly program_id: string;
  readonly enrollment_id: string;
  readonly partner_id: string;
  readonly link_id: string;
  readonly code: string;
  readonly link_ended_at: Instant | null;
  readonly visitor_id: string | null;
  readonly sub_id: string | null;
  readonly flag: TouchFlag | null;
  readonly address_hash: Buffer | null;
  readonly agent: string | null;
  readonly referrer_host: string | null;
  readonly parameter: string | null;
  readonly path: ClickPath;
}

export interface ClickFilter {
  readonly partnerId: string | null;
  readonly linkId: string | null;
  readonly flag: TouchFlag | 'none' | null;
  /** Inclusive; the plan opens no other month. */
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly before: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
}

const COLUMNS = `c.id, c.at, c.program_id, c.enrollment_id, c.partner_id, c.link_id, l.code, l.ended_at as link_ended_at,
  c.visitor_id, c.sub_id, c.flag, c.address_hash, c.agent, c.referrer_host, c.parameter, c.path`;
const FROM = 'from click c join link l on l.workspace_id = c.workspace_id and l.id = c.link_id';

/** Clicks of a period, newest first. */
export async function selectClicks(tx: Queryable, workspaceId: string, filter: ClickFilter): Promise<StoredClick[]> {
  const values: unknown[] = [workspaceId, new Date(filter.from), new Date(filter.to)];
  const where = ['c.workspace_id = $1', 'c.at >= $2', 'c.at < $3'];
  const add = (condition: (place: string) => string, ...more: unknown[]) => {
    where.push(condition(`$${values.length + 1}`));
    values.push(...more);
  };
  if (filter.partnerId !== null) add((place) => `c.partner_id = ${place}`, filter.partnerId);
  if (filter.linkId !== null) add((place) => `c.link_id = ${place}`, filter.linkId);
  if (filter.flag === 'none') where.push('c.flag is null');
  else if (filter.flag !== null) add((place) => `c.flag = ${place}`, filter.flag);
  if (filter.before !== null) {
    const { at, id } = filter.before;
    add((place) => `(c.at, c.id) < (${place}, $${values.length + 2})`, new Date(at), id);
  }
  values.push(filter.limit);
  return tx.query<StoredClick>(
    `select ${COLUMNS} ${FROM} where ${where.join(' and ')} order by c.at desc, c.id desc limit $${values.length}`,
    values,
  );
}

/** A click by its id, which says when it was; null when there is none, or when it was purged. */
export async function findClick(tx: Queryable, workspaceId: string, id: string, at: Instant): Promise<StoredClick | null> {
  const [row] = await tx.query<StoredClick>(`select ${COLUMNS} ${FROM} where c.workspace_id = $1 and c.at = $2 and c.id = $3`, [
    workspaceId,
    new Date(at),
    id,
  ]);
  return row ?? null;
}

/** The click that a repeat repeats: the last one that counts, by the same visitor, or from the same network and agent, on its link. */
export async function firstOfRepeats(tx: Queryable, workspaceId: string, repeat: StoredClick): Promise<StoredClick | null> {
  const [row] = await tx.query<StoredClick>(
    `select ${COLUMNS} ${FROM} join program p on p.workspace_id = c.workspace_id and p.id = c.program_id
      where c.workspace_id = $1 and c.at <= $2 and c.at > $2::timestamptz - p.repeat_minutes * interval '1 minute' - interval '1 minute'
        -- No program looks further back; said in so many words, the plan opens no other month.
        and c.at > $2::timestamptz - interval '31 days'
        and c.link_id = $3 and c.flag is null and c.id <> $4
        and (c.visitor_id = $5 or (c.address_hash = $6 and c.agent is not distinct from $7))
      order by c.at desc limit 1`,
    [workspaceId, new Date(repeat.at), repeat.link_id, repeat.id, repeat.visitor_id, repeat.address_hash, repeat.agent],
  );
  return row ?? null;
}
