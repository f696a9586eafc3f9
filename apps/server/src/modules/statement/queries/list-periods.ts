import type { PeriodAnswer } from '@cordee/contract/statement';
import { closeFault, monthAfter, monthPeriod, monthsOpen } from '@cordee/core/closing';
import { type Instant, periodOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { nameActors } from '../../partner/index.ts';
import { closedAnswer, openAnswer } from '../period-answer.ts';
import { type Closing, findClosing, firstFactAt, lastClosing, selectClosings, selectWarnings } from '../period.store.ts';
import { mustSeePeriods } from '../statement.policy.ts';

/** Of open and of closed months each; ten years. */
const most = 120;

/** The months of a workspace, newest first, from the one that holds now to the first one closed, or the one of the first fact. */
export async function listPeriods(context: Context): Promise<Wire<PeriodAnswer>[]> {
  mustSeePeriods(context.actor);
  const { workspaceId } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  const now = context.now();
  return read(context, async (tx) => {
    const closings = await selectClosings(tx, workspaceId, most);
    const [last = null] = closings;
    const first =
      last === null ? periodOf((await firstFactAt(tx, workspaceId)) ?? now, 'month', zone).key : monthAfter(last.month, zone);
    const open: Wire<PeriodAnswer>[] = [];
    for (const key of monthsOpen(first, now, zone, most)) open.push(await openMonth(tx, workspaceId, { key, last, now, zone }));
    const names = await nameActors(
      tx,
      workspaceId,
      closings.map(({ closedBy }) => closedBy),
    );
    return [...open, ...closings.map((closing, index) => closedAnswer(closing, names[index]?.name ?? null))];
  });
}

/** One month, closed or not. */
export async function getPeriod(context: Context, key: string): Promise<Wire<PeriodAnswer>> {
  mustSeePeriods(context.actor);
  const { workspaceId } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  return read(context, async (tx) => {
    const closing = await findClosing(tx, workspaceId, key);
    if (closing === null) {
      const last = await lastClosing(tx, workspaceId);
      return openMonth(tx, workspaceId, { key, last, now: context.now(), zone });
    }
    const [by] = await nameActors(tx, workspaceId, [closing.closedBy]);
    return closedAnswer(closing, by?.name ?? null);
  });
}

interface OpenMonth {
  readonly key: string;
  readonly last: Closing | null;
  readonly now: Instant;
  readonly zone: string;
}

async function openMonth(tx: Tx, workspaceId: string, { key, last, now, zone }: OpenMonth): Promise<Wire<PeriodAnswer>> {
  const period = monthPeriod(key, zone);
  if (period === null) throw new Refusal('not_found');
  const fault = closeFault(key, last?.month ?? null, now, zone);
  const mayClose = fault === null && last?.state !== 'closing';
  const warnings = mayClose ? await selectWarnings(tx, workspaceId, period.to) : [];
  return openAnswer(period, { state: fault === 'not_over' ? 'running' : 'open', mayClose, warnings });
}
