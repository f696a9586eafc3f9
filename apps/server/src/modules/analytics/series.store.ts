import type { SeriesMetric, SeriesSplit } from '@cordee/contract/analytics';
import type { LocalDate } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { NOBODY } from './sums/day-sum.ts';

export interface SeriesFilter {
  readonly metric: SeriesMetric;
  readonly split: SeriesSplit | null;
  readonly by: 'day' | 'week' | 'month';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly partnerId: string | null;
  readonly programId: string | null;
  readonly currency: string | null;
  readonly top: number;
}

export interface SeriesPoint {
  /** null: one of the others. */
  readonly key: string | null;
  /** Whose link or sub-id it is. */
  readonly owner: string | null;
  readonly period: LocalDate;
  readonly value: bigint;
}

/** A figure by period and part, the parts beyond the greatest as one. */
export async function selectSeries(tx: Tx, workspaceId: string, filter: SeriesFilter): Promise<SeriesPoint[]> {
  const { text, values } = seriesStatement(workspaceId, filter);
  return tx.query<SeriesPoint>(text, values);
}

function seriesStatement(workspaceId: string, filter: SeriesFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [workspaceId, filter.from, filter.to, filter.top];
  const place = (value: unknown) => `$${values.push(value)}`;
  const source = filter.metric === 'clicks' ? clicksOf(filter, place) : conversionsOf(filter, place);
  const from = `from ${source.table} where workspace_id = $1 and day between $2::date and $3::date${source.where}`;
  // Of thousands of parts a few are shown: which, is found before anything is added up by period.
  const text = `
    with shown as (
      select key, owner from (select ${source.key} as key, ${source.owner} as owner, ${source.measure} as value ${from}) parts
      group by 1, 2 order by sum(value) desc, 1, 2 limit $4
    ), rows as (
      select ${source.key} as key, ${source.owner} as owner, date_trunc('${filter.by}', day::timestamp)::date as period,
        ${source.measure} as value ${from}
    )
    select shown.key, shown.owner, period, sum(value)::bigint as value
    from rows left join shown using (key, owner) group by 1, 2, 3`;
  return { text, values };
}

interface Source {
  readonly table: string;
  readonly key: string;
  readonly owner: string;
  readonly measure: string;
  readonly where: string;
}

type Place = (value: unknown) => string;

const measures: Readonly<Record<Exclude<SeriesMetric, 'clicks'>, string>> = {
  leads: 'leads',
  sales: 'sales',
  amount: 'amount',
  refunds: 'refunds',
  refunded: 'refunded',
  commissions: 'commissions',
  earned: 'earned',
  reversed: 'reversed',
  net: 'earned - reversed',
  paid: 'paid',
};
const grains = { partner: 'total', program: 'total', link: 'link', subId: 'sub_id', country: 'country' } as const;
const keys = { partner: 'partner_id::text', program: 'program_id::text', link: 'key', subId: 'key', country: 'key' } as const;

function conversionsOf({ metric, split, partnerId, programId, currency }: SeriesFilter, place: Place): Source {
  const own = split === 'link' || split === 'subId';
  const ofPartner =
    partnerId === null
      ? own || split === 'partner'
        ? ` and partner_id <> '${NOBODY}'`
        : ` and partner_id = '${NOBODY}'`
      : ` and partner_id = ${place(partnerId)}`;
  return {
    table: 'conversion_daily',
    key: split === null ? `'all'` : keys[split],
    owner: own ? 'partner_id::text' : `''`,
    measure: metric === 'clicks' ? '0' : measures[metric],
    where:
      ` and grain = '${split === null ? 'total' : grains[split]}'${ofPartner}` +
      (programId === null ? '' : ` and program_id = ${place(programId)}`) +
      (currency === null ? '' : ` and currency = ${place(currency)}`),
  };
}

const clickTables = { partner: 'click_daily', link: 'click_daily_link', subId: 'click_daily_link' } as const;
const clickKeys = { partner: 'partner_id::text', program: 'program_id::text', link: 'link_id::text', subId: 'sub_id' } as const;

function clicksOf({ split, partnerId, programId }: SeriesFilter, place: Place): Source {
  // Clicks know no country: `getSeries` refuses it.
  const by = split === 'country' ? null : split;
  const own = by === 'link' || by === 'subId';
  const table = by === null || by === 'program' ? (partnerId === null ? 'click_daily_total' : 'click_daily') : clickTables[by];
  return {
    table,
    key: by === null ? `'all'` : clickKeys[by],
    owner: own ? 'partner_id::text' : `''`,
    measure: 'clicks',
    where:
      (partnerId === null ? '' : ` and partner_id = ${place(partnerId)}`) +
      (programId === null ? '' : ` and program_id = ${place(programId)}`) +
      (by === 'subId' ? ` and sub_id <> ''` : ''),
  };
}
