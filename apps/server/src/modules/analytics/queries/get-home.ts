import type { HomeAnswer } from '@cordee/contract/analytics';
import { encodeId } from '@cordee/core/ids';
import { formatInstant, localDateOf, shiftDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { read } from '../../../platform/verb.ts';
import { partnerNames } from '../../partner/index.ts';
import { mustBeStaff } from '../analytics.policy.ts';
import { selectMovers, type MoverRow } from '../funnel.store.ts';
import { selectNeeds } from '../need.store.ts';
import { reachOf, settingsOf } from '../sums/sums.store.ts';
import { SlowAnswers } from '../slow-answers.ts';
import { getFunnel, periodBefore } from './get-funnel.ts';

const mostMovers = 5;

/** All partners are added up to find a few: nobody waits for it. */
const movers = new SlowAnswers<Awaited<ReturnType<typeof selectMovers>>>(100);

/** What waits for somebody, how the period that ends today goes beside the one before, and who rises and falls. */
export async function getHome(context: Context, { days }: { readonly days: number }): Promise<Wire<HomeAnswer>> {
  mustBeStaff(context.actor);
  const { workspaceId } = context;
  const now = context.now();
  const { zone, currency } = await read(context, (tx) => settingsOf(tx, workspaceId));
  const to = localDateOf(now, zone);
  const from = shiftDate(to, 1 - days);
  const before = periodBefore(from, to).from;
  const funnel = await getFunnel(context, { from, to });
  const moved = await movers.get([workspaceId, days, currency].join(' '), Date.now, () =>
    read(context, (tx) => selectMovers(tx, workspaceId, { before, from, to, currency }, mostMovers)),
  );
  const { rising, falling } = moved ?? { rising: [], falling: [] };
  return read(context, async (tx) => {
    const names = await partnerNames(
      tx,
      workspaceId,
      [...rising, ...falling].map((row) => row.partner_id),
    );
    const mover = (row: MoverRow) => ({
      partnerId: encodeId('prt', row.partner_id),
      name: names.get(row.partner_id) ?? '',
      current: row.current,
      before: row.before,
    });
    const reach = await reachOf(tx, workspaceId);
    const needs = await selectNeeds(tx, workspaceId, now);
    return {
      addedThrough: reach.at === null ? null : formatInstant(reach.at),
      waiting: reach.waiting,
      needs: needs.map(({ kind, count, examples }) => ({
        kind,
        count,
        examples: examples.map(({ at, ...example }) => ({ ...example, at: at === null ? null : formatInstant(at) })),
      })),
      funnel,
      currency,
      rising: rising.map(mover),
      falling: falling.map(mover),
      moversPending: moved === null,
    };
  });
}
