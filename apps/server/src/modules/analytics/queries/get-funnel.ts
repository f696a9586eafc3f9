import type { FunnelSide } from '@cordee/contract/analytics';
import { daysBetween, shiftDate, type LocalDate } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { clickSeries } from '../../tracking/index.ts';
import { selectFunnel } from '../funnel.store.ts';

export interface FunnelPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly partnerId?: string | undefined;
  readonly programId?: string | undefined;
}

export interface Funnel {
  readonly current: Wire<FunnelSide>;
  readonly before: Wire<FunnelSide>;
}

/** From clicks to payment in a period, and in as many days right before. A partner reads its own. */
export async function getFunnel(context: Context, query: FunnelPeriod): Promise<Funnel> {
  const partnerId = narrowedPartner(context.actor, query.partnerId);
  const before = periodBefore(query.from, query.to);
  return {
    current: await sideOf(context, { ...query, partnerId: partnerId ?? undefined }),
    before: await sideOf(context, { ...query, ...before, partnerId: partnerId ?? undefined }),
  };
}

/** As many days as there are from `from` to `to`, right before them. */
export function periodBefore(from: LocalDate, to: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: shiftDate(from, -daysBetween(from, to) - 1), to: shiftDate(from, -1) };
}

async function sideOf(context: Context, { from, to, partnerId, programId }: FunnelPeriod): Promise<Wire<FunnelSide>> {
  const { total } = await clickSeries(context, { from, to, partnerId, programId });
  const rows = await read(context, (tx) =>
    selectFunnel(tx, context.workspaceId, { from, to, partnerId: partnerId ?? null, programId: programId ?? null }),
  );
  const sum = (measure: 'leads' | 'sales' | 'refunds' | 'commissions') => rows.reduce((all, row) => all + row[measure], 0n);
  return {
    from,
    to,
    clicks: total.clicks,
    leads: sum('leads'),
    sales: sum('sales'),
    refunds: sum('refunds'),
    commissions: sum('commissions'),
    // Leads are in no currency.
    money: rows
      .filter(({ currency }) => currency !== '')
      .map(({ currency, amount, refunded, earned, reversed, paid }) => ({ currency, amount, refunded, earned, reversed, paid })),
  };
}
