import { setTimeout as wait } from 'node:timers/promises';
import { call, jsonOf, type Reply } from './client.ts';
import { LEAD_REWARD, SALE_RATE, type Company } from './company.ts';

/** What a sender holds as kept, because it was told so. */
export interface Acknowledged {
  /** Ids (`clk_…`) in the locations of redirects. */
  readonly clicks: Set<string>;
  /** Fact ids by kind and event id. */
  readonly events: Map<string, string>;
  /** What these must have earned all partners together, in minor units. */
  earned: number;
}

export interface Load {
  readonly acknowledged: Acknowledged;
  /** Answers that should never be given: anything but success, 503, or no answer at all. */
  readonly faults: string[];
  readonly refusedBusy: () => number;
  readonly slowestMs: () => number;
  /** Every lane ends what it has begun: an event without an answer is sent again until it has one. */
  finish(): Promise<void>;
}

export interface LoadOptions {
  readonly company: Company;
  /** Changes when the server is started anew elsewhere. */
  readonly origin: () => string;
  readonly lanes: number;
  /** So that two loads never use the same event ids. */
  readonly name: string;
  /** One customer and one partner for all, instead of many. */
  readonly single?: boolean;
  /** Each lane ends by itself after so many steps. */
  readonly steps?: number;
  readonly pauseMs?: number;
}

interface Sale {
  readonly eventId: string;
  readonly net: number;
  refunds: number;
}

/** Nets are multiples of thirty, so that rates and thirds are whole. Clicks, leads, sales and refunds from several lanes at once; each waits for its answer, and repeats until it has one. */
export function startLoad(options: LoadOptions): Load {
  const { company, origin, lanes, name } = options;
  const acknowledged: Acknowledged = { clicks: new Set(), events: new Map(), earned: 0 };
  const faults: string[] = [];
  const state = { ending: false, busy: 0, slowestMs: 0 };

  async function send(ask: () => Promise<Reply>, what: string, expected: number): Promise<Reply | null> {
    for (;;) {
      const reply = await ask();
      state.slowestMs = Math.max(state.slowestMs, reply.ms);
      if (reply.status === expected) return reply;
      if (reply.text.startsWith('hung')) faults.push(`${what}: ${reply.text}`);
      if (reply.status === 503) {
        state.busy += 1;
        if (reply.headers['retry-after'] === undefined) faults.push(`${what}: 503 without Retry-After: ${reply.text}`);
      } else if (reply.status !== 0) {
        faults.push(`${what}: ${reply.status} ${reply.text}`);
        return null;
      }
      await wait(20 + Math.random() * 60);
    }
  }

  async function event(kind: string, body: { readonly eventId: string }, earns: number): Promise<void> {
    const path = `/api/v1/track/${kind}`;
    const reply = await send(() => call(origin(), 'POST', path, { key: company.key, body }), `${kind} ${body.eventId}`, 200);
    if (reply === null) return;
    acknowledged.events.set(`${kind} ${body.eventId}`, String(jsonOf(reply)['factId']));
    acknowledged.earned += earns;
  }

  async function lane(number: number): Promise<void> {
    const sales: Sale[] = [];
    for (let step = 0; !state.ending && step < (options.steps ?? Infinity); step += 1) {
      const id = `${name}-${number}-${step}`;
      const partner = company.partners[options.single === true ? 0 : (number + step) % company.partners.length];
      if (partner === undefined) throw new Error('a company without partners');
      const customer = { externalId: options.single === true ? 'the only customer' : `customer ${number}-${step % 7}` };
      const sold = sales.find(({ refunds }) => refunds < 2);
      const choice = step % 5;
      if (choice === 0) {
        const reply = await send(() => call(origin(), 'GET', `/r/${partner.code}?n=${id}`), `click ${id}`, 302);
        const click = /clk_[0-9a-z]{26}/.exec(String(reply?.headers['location']))?.[0];
        if (click !== undefined) acknowledged.clicks.add(click);
        else if (reply !== null) faults.push(`click ${id}: no click id in ${String(reply.headers['location'])}`);
      } else if (choice === 1) {
        const lead = { eventId: `lead-${id}`, name: id, customer, coupon: partner.coupon };
        await event('lead', lead, LEAD_REWARD);
      } else if (choice === 4 && sold !== undefined) {
        sold.refunds += 1;
        const net = sold.net / 3;
        const lines = [{ id: '1', net }];
        const refund = { eventId: `refund-${id}`, saleEventId: sold.eventId, reason: 'refund', lines };
        await event('refund', refund, -net * SALE_RATE);
      } else {
        const net = 30 * (30 + ((number * 7919 + step * 104729) % 3000));
        const sale = { eventId: `sale-${id}`, customer, currency: 'EUR', lines: [{ id: '1', net }], coupon: partner.coupon };
        await event('sale', sale, net * SALE_RATE);
        sales.push({ eventId: sale.eventId, net, refunds: 0 });
      }
      if (options.pauseMs !== undefined) await wait(options.pauseMs);
    }
  }

  const running = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return {
    acknowledged,
    faults,
    refusedBusy: () => state.busy,
    slowestMs: () => Math.round(state.slowestMs),
    async finish() {
      // A load of a given length is let run to its end.
      if (options.steps === undefined) state.ending = true;
      await running;
    },
  };
}
