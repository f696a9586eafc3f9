import type { ListPayoutTimelines, PayoutStep, PayoutTimelineAnswer } from '@cordee/contract/payout-timeline';
import { encodeId } from '@cordee/core/ids';
import { paymentDayFrom } from '@cordee/core/payment';
import { formatInstant, type Instant, type LocalDate, localDateOf } from '@cordee/core/time';
import type { Context } from '../../../platform/context.ts';
import { decodeCursor, pageOfRows } from '../../../platform/cursor.ts';
import type { Wire } from '../../../platform/http/index.ts';
import { narrowedPartner } from '../../../platform/own-partner.ts';
import { read } from '../../../platform/verb.ts';
import { loadRules } from '../../bank/index.ts';
import { zoneOf } from '../../fact/index.ts';
import { type Covered, selectCovered, selectWays, type Way } from '../timelines.store.ts';

interface TimelinePage {
  readonly items: Wire<PayoutTimelineAnswer>[];
  readonly nextCursor: string | null;
  readonly nextPaymentOn: LocalDate | null;
}

/** Payments step by step, newest first, with what was promised of each step; a partner finds its own. */
export function listTimelines(context: Context, query: ListPayoutTimelines): Promise<TimelinePage> {
  const { workspaceId, actor, now } = context;
  const partnerId = narrowedPartner(actor, query.partnerId);
  const [before = null] = decodeCursor(query.cursor, 1) ?? [];
  return read(context, async (tx) => {
    const zone = await zoneOf(tx, workspaceId);
    const { paymentDay } = await loadRules(tx, workspaceId);
    const ways = await selectWays(tx, workspaceId, { partnerId, before, limit: query.limit + 1 });
    const covered = await selectCovered(tx, workspaceId, ways);
    const answer = (way: Way) => timelineOf(way, covered.get(way.startedSeq) ?? null, { zone, paymentDay });
    const page = pageOfRows(ways, query.limit, answer, ({ id }) => [id]);
    const nextPaymentOn = paymentDay === null ? null : paymentDayFrom(localDateOf(now(), zone), paymentDay);
    return { ...page, nextPaymentOn };
  });
}

interface Calendar {
  readonly zone: string;
  readonly paymentDay: number | null;
}

function timelineOf(way: Way, covered: Covered | null, { zone, paymentDay }: Calendar): Wire<PayoutTimelineAnswer> {
  const dueOn = covered === null ? null : localDateOf(covered.dueAt, zone);
  const payOn = dueOn === null || paymentDay === null ? null : paymentDayFrom(dueOn, paymentDay);
  const { executionDate, createdAt, approvedAt, sentAt, endedAt, state } = way;
  const isBatched = executionDate !== null;
  const steps = [
    ...(covered === null ? [] : [stepOf('earned', null, covered.earnedAt, covered.earnedFrom)]),
    ...(covered === null ? [] : [stepOf('payable', dueOn, covered.releasedAt, covered.releasedFrom)]),
    stepOf('in_batch', payOn, createdAt),
    ...(isBatched ? [stepOf('approved', null, approvedAt), stepOf('sent', executionDate, sentAt)] : []),
    state === 'rejected' ? stepOf('returned', null, endedAt) : stepOf('confirmed', executionDate, endedAt),
  ];
  return {
    payoutId: encodeId('pay', way.id),
    partnerId: encodeId('prt', way.partnerId),
    amount: way.amount,
    currency: way.currency,
    state,
    rail: way.rail,
    settlement: way.settlement,
    endReason: way.endReason,
    // A batch that was given up is never sent: what did not happen by then does not come.
    steps: state === 'rejected' ? steps.filter(({ at }) => at !== null) : steps,
  };
}

function stepOf(step: PayoutStep, promisedOn: LocalDate | null, at: Instant | null, from = at) {
  return { step, promisedOn, from: textOf(from), at: textOf(at) };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
