import { trackRefund } from '@cordee/contract/events';
import { localDateOf } from '@cordee/core/time';
import type { EventAnswer, Stage } from '../stage.ts';
import { orderId, regrettedOrders, type Order } from '../story/story.ts';
import { ZONE } from '../story/tell-story.ts';
import type { Payments } from './pay-partners.ts';

export interface PaidRegret {
  readonly order: Order;
  readonly partnerId: string;
  readonly answer: EventAnswer;
}

const MOST = 8;

/** Refunds of sales whose commissions were paid out: whole ones, parts, a lost dispute. */
export async function regretPaid(stage: Stage, { arrived }: Payments): Promise<readonly PaidRegret[]> {
  const regrets: PaidRegret[] = [];
  for (const order of paidOrders(stage, arrived).slice(0, MOST)) {
    const saleEventId = orderId(order);
    const partnerId = stage.answers.get(saleEventId)?.commissions[0]?.partnerId ?? '';
    const eventId = `avoir-tardif-${saleEventId}`;
    const answer = await stage.keys.backEnd.call(trackRefund, {
      body: { eventId, saleEventId, ...regret(order, regrets.length) },
    });
    regrets.push({ order, partnerId, answer });
  }
  return regrets;
}

function regret(order: Order, index: number) {
  const [line] = order.lines;
  if (index % 4 === 1 && line !== undefined) return { lines: [{ id: line.id, net: line.net }], reason: 'refund' as const };
  if (index % 4 === 2) return { amount: 1_000, reason: 'refund' as const };
  if (index % 4 === 3) return { reason: 'dispute_lost' as const };
  return { reason: 'refund' as const };
}

function paidOrders({ story, answers }: Stage, arrived: ReadonlySet<string>): readonly Order[] {
  const today = localDateOf(story.anchor, ZONE);
  const touched = regrettedOrders(story);
  return story.events
    .flatMap((event) => (event.kind === 'order' ? [event.order] : []))
    .filter((order) => {
      if (order.channel !== 'api' || touched.has(order)) return false;
      const earned = answers.get(orderId(order))?.commissions ?? [];
      return (
        earned.length > 0 &&
        earned.every(
          ({ partnerId, currency, payableOn, amount }) =>
            arrived.has(`${partnerId} ${currency}`) && payableOn <= today && amount > 0,
        )
      );
    });
}
