import type { SeriesAnswer, SeriesQuery, SeriesSplit } from '@cordee/contract/analytics';
import { encodeId } from '@cordee/core/ids';
import { firstDayOf, shiftDate, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { linkCodes, programNames } from '../label.store.ts';
import { selectSeries, type SeriesPoint } from '../series.store.ts';
import { NOBODY } from '../sums/day-sum.ts';
import { settingsOf } from '../sums/sums.store.ts';

const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'refunded', 'earned', 'reversed', 'net', 'paid']);

/**
 * A figure over time, whole or in parts. A partner reads its own. Refuses `forbidden` for another partner's, and
 * `invalid_request` for clicks by country, which no click says.
 */
export function getSeries(context: Context, query: SeriesQuery): Promise<Wire<SeriesAnswer>> {
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const split = query.split ?? null;
  if (query.metric === 'clicks' && split === 'country') throw notForClicks();
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const ofMoney = AMOUNTS.has(query.metric);
    const currency = ofMoney ? (query.currency ?? (await settingsOf(tx, workspaceId)).currency) : (query.currency ?? null);
    const programId = query.programId ?? null;
    const points = await selectSeries(tx, workspaceId, { ...query, split, partnerId, programId, currency });
    const periods = periodsOf(query);
    const parts = [...Map.groupBy(points, ({ key, owner }) => (key === null ? 'others' : `${owner} ${key}`)).values()];
    const named = await labelsOf(tx, workspaceId, split, points);
    const series = parts.map((part) => {
      const [first] = part;
      const key = first?.key ?? null;
      const byPeriod = new Map(part.map(({ period, value }) => [period, value]));
      const values = periods.map((period) => byPeriod.get(period) ?? 0n);
      return {
        ...(key === null ? { key: 'others', label: null } : named(key)),
        partnerId:
          first?.owner === null || first?.owner === undefined || first.owner === '' ? null : encodeId('prt', first.owner),
        values,
        total: values.reduce((sum, value) => sum + value, 0n),
      };
    });
    series.sort((a, b) => Number(a.key === 'others') - Number(b.key === 'others') || (a.total < b.total ? 1 : -1));
    return { metric: query.metric, currency: ofMoney ? currency : (query.currency ?? null), periods, series };
  });
}

function periodsOf({ from, to, by }: SeriesQuery): LocalDate[] {
  const periods: LocalDate[] = [];
  // A month is never longer than 31 days: from its first day, 32 days later lies in the next one.
  const step = { day: 1, week: 7, month: 32 }[by];
  for (let start = firstDayOf(from, by); start <= to; start = firstDayOf(shiftDate(start, step), by)) periods.push(start);
  return periods;
}

async function labelsOf(
  tx: Tx,
  workspaceId: string,
  split: SeriesSplit | null,
  points: readonly SeriesPoint[],
): Promise<(key: string) => { key: string; label: string | null }> {
  const keys = [...new Set(points.flatMap(({ key }) => (key === null ? [] : [key])))];
  const typed = (prefix: 'prt' | 'prg' | 'lnk', names: ReadonlyMap<string, string>) => (key: string) => ({
    // What no program took has none.
    key: key === NOBODY ? 'none' : encodeId(prefix, key),
    label: names.get(key) ?? null,
  });
  if (split === 'partner') return typed('prt', await partnerNames(tx, workspaceId, keys));
  if (split === 'program') return typed('prg', await programNames(tx, workspaceId, keys));
  if (split === 'link') return typed('lnk', await linkCodes(tx, workspaceId, keys));
  return (key) => ({ key, label: split === 'subId' ? key : null });
}

function notForClicks(): Refusal {
  return new Refusal('invalid_request', [
    {
      path: 'split',
      rule: 'one_of',
      message: {
        en: 'Where a visitor is, no click says: split by partner, program, link or sub-id.',
        fr: 'Aucun clic ne dit où est le visiteur : répartissez par partenaire, programme, lien ou sous-identifiant.',
      },
      example: 'partner',
    },
  ]);
}
