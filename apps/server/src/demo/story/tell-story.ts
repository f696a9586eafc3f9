import { addDays, localDateOf, startOfDay, type Instant } from '@cordee/core/time';
import { castPartners } from '../cast/partners.ts';
import { Random } from '../random.ts';
import { DAY_MS, daysAgo, happen, type Draft } from './draft.ts';
import { projectCustomer } from './project-story.ts';
import { idleVisit, ownPurchase, shopCustomer } from './shop-story.ts';
import { regrettedOrders, type Order, type Story } from './story.ts';
import { subscriber } from './subscription-story.ts';

export const ZONE = 'Europe/Paris';
export const HISTORY_DAYS = 90;
const SEED = 1786;
const NUMBERS_FROM = 10_001;

const size = { shopCustomers: 640, projects: 300, subscribers: 270, clicks: 4800 };

/**
 * Ninety days of a company up to last midnight, the same in every run of a day and, but for the calendar, of any day. `scale`
 * is the part of the full size.
 */
export function tellStory(now: Instant, scale: number): Story {
  const anchor = startOfDay(localDateOf(now, ZONE), ZONE);
  let number = NUMBERS_FROM;
  const draft: Draft = {
    random: new Random(SEED),
    anchor,
    begin: addDays(anchor, -HISTORY_DAYS, ZONE),
    clicks: [],
    events: [],
    next: () => (number += 1),
  };
  repeat(scaled(size.shopCustomers, scale), () => shopCustomer(draft));
  repeat(scaled(size.projects, scale), () => projectCustomer(draft));
  repeat(scaled(size.subscribers, scale), () => subscriber(draft));
  for (const code of ['sentiers', 'fellmoor', 'cretes']) ownPurchase(draft, code);
  while (draft.clicks.length < size.clicks * scale) idleVisit(draft);
  quarrel(draft);
  draft.events.sort((a, b) => a.at - b.at);
  return { anchor, begin: draft.begin, clicks: draft.clicks, events: draft.events, partners: castPartners };
}

function scaled(full: number, scale: number): number {
  return Math.max(8, Math.round(full * scale));
}

function repeat(times: number, act: () => void): void {
  for (let done = 0; done < times; done += 1) act();
}

/** Two payments are disputed with the card's bank: one dispute is lost, one is won; and one of each in the shop. */
function quarrel(draft: Draft): void {
  for (const channel of ['stripe', 'api'] as const) {
    const regretted = regrettedOrders(draft);
    const orders = draft.events
      .flatMap((event) => (event.kind === 'order' ? [event.order] : []))
      .filter((order) => order.channel === channel && !regretted.has(order) && order.trace.click !== undefined)
      .filter(({ at }) => at < daysAgo(draft, 25));
    dispute(draft, orders[0], 'lost');
    dispute(draft, orders[1], 'won');
  }
}

function dispute(draft: Draft, order: Order | undefined, end: 'won' | 'lost'): void {
  if (order === undefined) return;
  const { lane } = order.customer;
  happen(draft, { kind: 'dispute', at: order.at + 6 * DAY_MS, lane, order, step: 'opened' });
  happen(draft, { kind: 'dispute', at: order.at + 19 * DAY_MS, lane, order, step: end });
}
