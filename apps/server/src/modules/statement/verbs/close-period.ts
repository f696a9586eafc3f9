import type { PeriodAnswer } from '@cordee/contract/statement';
import { closeFault, monthPeriod } from '@cordee/core/closing';
import { type Instant, localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { enqueue } from '../../../platform/jobs/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { companyNameOn } from '../../company/index.ts';
import { recordExclusively } from '../../counting/index.ts';
import { selectOwing } from '../../debt/index.ts';
import { workspaceKeys } from '../../fact/index.ts';
import { ledgerHead } from '../../ledger/index.ts';
import { nameActors } from '../../partner/index.ts';
import { closedAnswer } from '../period-answer.ts';
import { findClosing, insertClosing, lastClosing, type NewClosing } from '../period.store.ts';
import { lockUnsettled, type Owing, settle } from '../settle.store.ts';
import { mustClosePeriods } from '../statement.policy.ts';

/** More facts than this since the last cut are added up by a job: nobody records anything while a month is cut. */
const mostAtOnce = 50_000n;

/**
 * Closes a month behind the last fact counted, all that was recorded being counted first. A month that is closed already is answered as it
 * stands. Refuses `period_not_over`, `period_out_of_order`, and `unavailable` while a large import is being counted.
 */
export async function closePeriod(
  context: Context,
  month: string,
  { atOnce = mostAtOnce }: { readonly atOnce?: bigint } = {},
): Promise<Wire<PeriodAnswer>> {
  mustClosePeriods(context.actor);
  const { workspaceId } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  return write(context, async (tx) => {
    let isNew = false;
    await recordExclusively(tx, workspaceId, context.now(), async ({ recordedAt }) => {
      if ((await findClosing(tx, workspaceId, month)) !== null) return [];
      const { closing, facts } = await cutBehind(tx, context, month, zone, recordedAt);
      await insertClosing(tx, workspaceId, closing);
      if (facts <= atOnce) await settle(tx, workspaceId, closing, zone, await owingAt(tx, workspaceId, closing));
      else
        await enqueue(tx, 'statement.settle', { workspaceId, month }, { key: `settle ${workspaceId} ${month}`, awaited: true });
      isNew = true;
      return [];
    });
    const result = await answerOf(tx, workspaceId, month);
    const action = result.state === 'closed' ? 'period.closed' : 'period.cut';
    return { result, audit: isNew ? { action, subject: month, after: result } : null };
  });
}

/** Adds up the figures of a month that was cut. Once they are, running it again changes nothing. */
export async function settlePeriod(context: Context, month: string): Promise<void> {
  mustClosePeriods(context.actor);
  const { workspaceId } = context;
  const { zone } = await workspaceKeys(context.db, workspaceId);
  await write(context, async (tx) => {
    const closing = (await lockUnsettled(tx, workspaceId, month)) ? await findClosing(tx, workspaceId, month) : null;
    if (closing === null) return { result: null, audit: null };
    const owing = closing.tellsDebts ? await owingAt(tx, workspaceId, closing) : [];
    await settle(tx, workspaceId, closing, zone, owing);
    const after = await answerOf(tx, workspaceId, month);
    return { result: null, audit: { action: 'period.closed', subject: month, after } };
  });
}

/** Who owes something under a plan as the month begins. */
export function owingAt(tx: Tx, workspaceId: string, { from, through }: Pick<NewClosing, 'from' | 'through'>): Promise<Owing> {
  return selectOwing(tx, workspaceId, { before: from, through });
}

interface NewCut {
  readonly closing: NewClosing;
  /** Since the cut before. */
  readonly facts: bigint;
}

async function cutBehind(tx: Tx, { workspaceId, actor }: Context, month: string, zone: string, now: Instant): Promise<NewCut> {
  const period = monthPeriod(month, zone);
  if (period === null) throw new Refusal('not_found');
  const last = await lastClosing(tx, workspaceId);
  const fault = closeFault(month, last?.month ?? null, now, zone);
  if (fault === 'not_over') throw new Refusal('period_not_over');
  if (fault === 'out_of_order' || last?.state === 'closing') throw new Refusal('period_out_of_order');
  const head = await ledgerHead(tx, workspaceId);
  const closing = {
    month,
    from: period.from,
    to: period.to,
    after: last?.through ?? head.seq,
    through: head.seq,
    transactionHash: head.hash,
    workspaceName: await companyNameOn(tx, workspaceId, localDateOf(now, zone)),
    closedAt: now,
    closedBy: actor,
  };
  return { closing, facts: head.seq - (last?.through ?? 0n) };
}

async function answerOf(tx: Tx, workspaceId: string, month: string): Promise<Wire<PeriodAnswer>> {
  const closing = await findClosing(tx, workspaceId, month);
  if (closing === null) throw new Error(`the month ${month} was lost while it was closed`);
  const [by] = await nameActors(tx, workspaceId, [closing.closedBy]);
  return closedAnswer(closing, by?.name ?? null);
}
