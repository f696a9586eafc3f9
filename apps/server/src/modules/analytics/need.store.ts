import type { needKinds } from '@cordee/contract/analytics';
import { commissionId, encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

export type NeedKind = (typeof needKinds)[number];

interface NeedExample {
  readonly id: string;
  readonly label: string;
  readonly at: Instant | null;
  /** What it belongs to, where it is looked at there. */
  readonly within: string | null;
}

export interface Need {
  readonly kind: NeedKind;
  readonly count: number;
  readonly examples: readonly NeedExample[];
}

interface NeedRow {
  readonly count: bigint;
  readonly id: string;
  readonly label: string;
  readonly at: Instant | null;
  readonly within?: string;
  /** Of a commission, whose id is made of its fact. */
  readonly seq?: bigint;
  readonly number?: number;
}

/** What waits for somebody at `now`: of each kind how many, and the most pressing five. Kinds without any are left out. */
export async function selectNeeds(tx: Tx, workspaceId: string, now: Instant): Promise<Need[]> {
  const needs: Need[] = [];
  for (const [kind, { text, prefix, within }] of Object.entries(asked) as [NeedKind, Asked][]) {
    const rows = await tx.query<NeedRow>(`${text} limit 5`, [workspaceId, new Date(now)]);
    const [first] = rows;
    if (first === undefined) continue;
    const examples = rows.map((row) => ({
      id: idOf(prefix, row),
      label: row.label,
      at: row.at,
      within: within === undefined || row.within === undefined ? null : encodeId(within, row.within),
    }));
    needs.push({ kind, count: Number(first.count), examples });
  }
  return needs;
}

function idOf(prefix: Asked['prefix'], { id, seq, number, at }: NeedRow): string {
  if (prefix === 'com') return commissionId(at ?? 0, seq ?? 0n, number ?? 0);
  return encodeId(prefix, id);
}

interface Asked {
  readonly prefix: 'imp' | 'con' | 'plv' | 'enr' | 'com' | 'pay' | 'bac' | 'bat' | 'ctb' | 'txd' | 'clm';
  readonly within?: 'pln' | 'prg';
  /** `$1` is the workspace, `$2` now. */
  readonly text: string;
}

/** Commissions of one state, the oldest first; the partial index of the queue answers. */
function commissionsIn(status: 'in_review' | 'held' | 'suspended'): Asked {
  return {
    prefix: 'com',
    text: `select count(*) over () as count, c.enrollment_id as id, p.name as label, c.recorded_at as at, c.fact_seq as seq, c.number
      from commission c join partner p on p.workspace_id = c.workspace_id and p.id = c.partner_id
      where c.workspace_id = $1 and c.status = '${status}' and $2::timestamptz is not null order by c.fact_seq, c.number`,
  };
}

const asked: Readonly<Record<NeedKind, Asked>> = {
  commissions_in_review: commissionsIn('in_review'),
  commissions_held: commissionsIn('held'),
  accounts_to_confirm: {
    prefix: 'bac',
    text: `select count(*) over () as count, a.id, coalesce(p.name, a.holder) as label, a.entered_at as at
      from bank_account a left join partner p on p.workspace_id = a.workspace_id and p.id = a.partner_id
      where a.workspace_id = $1 and a.state = 'to_confirm' and $2::timestamptz is not null order by a.id`,
  },
  tax_details_proposed: {
    prefix: 'txd',
    text: `select count(*) over () as count, d.id, p.name as label, d.entered_at as at
      from tax_details d join partner p on p.workspace_id = d.workspace_id and p.id = d.partner_id
      where d.workspace_id = $1 and d.by_partner and $2::timestamptz is not null and not exists (
        select 1 from tax_details_answer a where a.workspace_id = d.workspace_id and a.details_id = d.id)
      order by d.id`,
  },
  batches_to_approve: {
    prefix: 'bat',
    text: `select count(*) over () as count, id, remittance as label, created_at as at from payout_batch
      where workspace_id = $1 and state = 'waiting' and $2::timestamptz is not null order by id`,
  },
  contributions_waiting: {
    prefix: 'ctb',
    text: `select count(*) over () as count, c.id, p.name as label, c.declared_at as at
      from contribution c
      join contribution_party y on y.workspace_id = c.workspace_id and y.contribution_id = c.id and y.number = 1
      join partner p on p.workspace_id = c.workspace_id and p.id = y.partner_id
      where c.workspace_id = $1 and c.state = 'waiting' and (c.valid_until is null or c.valid_until > $2) order by c.id`,
  },
  claims_to_answer: {
    prefix: 'clm',
    text: `select count(*) over () as count, c.id, p.name as label, c.deadline as at
      from claim c join partner p on p.workspace_id = c.workspace_id and p.id = c.partner_id
      where c.workspace_id = $1 and c.state = 'open' and $2::timestamptz is not null order by c.deadline, c.id`,
  },
  claims_to_settle: {
    prefix: 'clm',
    text: `select count(*) over () as count, c.id, p.name as label, c.decided_at as at
      from claim c join partner p on p.workspace_id = c.workspace_id and p.id = c.partner_id
      where c.workspace_id = $1 and c.settled_by is null and c.unsettled is not null and $2::timestamptz is not null order by c.id`,
  },
  imports_failed: {
    prefix: 'imp',
    text: `select count(*) over () as count, id, file_name as label, coalesce(finished_at, created_at) as at from import
      where workspace_id = $1 and state = 'failed' and created_at > $2::timestamptz - interval '30 days' order by created_at desc`,
  },
  imports_with_rejects: {
    prefix: 'imp',
    text: `select count(*) over () as count, id, file_name as label, finished_at as at from import
      where workspace_id = $1 and state = 'done' and rejected > 0 and created_at > $2::timestamptz - interval '7 days'
      order by created_at desc`,
  },
  events_failed: {
    prefix: 'con',
    text: `select count(*) over () as count, e.connection_id as id, c.name || ': ' || e.type as label, e.received_at as at
      from hook_event e join connection c on c.workspace_id = e.workspace_id and c.id = e.connection_id
      where e.workspace_id = $1 and e.state = 'failed' and $2::timestamptz is not null order by e.received_at desc`,
  },
  plans_changing: {
    prefix: 'plv',
    within: 'pln',
    text: `select count(*) over () as count, v.id, v.plan_id as within, g.name || ': ' || p.name as label, v.effective_at as at
      from plan_version v join plan p on p.workspace_id = v.workspace_id and p.id = v.plan_id
      join program g on g.workspace_id = p.workspace_id and g.id = p.program_id
      where v.workspace_id = $1 and v.effective_at > $2 and v.published_at is not null order by v.effective_at`,
  },
  enrollments_waiting: {
    prefix: 'enr',
    within: 'prg',
    text: `select count(*) over () as count, e.id, e.program_id as within, p.name as label, e.created_at as at
      from enrollment_state s join enrollment e on e.workspace_id = $1 and e.id = s.enrollment_id
      join partner p on p.workspace_id = $1 and p.id = e.partner_id and p.archived_at is null
      where s.workspace_id = $1 and s.state = 'pending' and s.number = (select l.number from enrollment_state l
        where l.workspace_id = $1 and l.enrollment_id = s.enrollment_id and (l.from_at <= $2 or l.from_at <= l.recorded_at)
        order by l.from_at desc, l.number desc limit 1)
      order by e.created_at`,
  },
  commissions_suspended: commissionsIn('suspended'),
  payouts_under_way: {
    prefix: 'pay',
    text: `select count(*) over () as count, y.id, p.name as label, y.created_at as at
      from payout y join partner p on p.workspace_id = y.workspace_id and p.id = y.partner_id
      where y.workspace_id = $1 and y.state = 'in_payout' and $2::timestamptz is not null order by y.id`,
  },
};
