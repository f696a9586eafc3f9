import type { Instant } from '@cordee/core/time';
import type { CastPartner } from '../cast/partners.ts';
import type { Product } from '../cast/catalogue.ts';
import type { Person } from '../cast/people.ts';
import type { ProgramKey } from '../cast/programs.ts';

/** What happens to the company, as data: nothing here knows how it is told to the server. */

export interface Customer {
  readonly number: number;
  readonly externalId: string;
  readonly person: Person;
  readonly program: ProgramKey;
  readonly lane: number;
}

/** A visit through a partner's link, before today. */
export interface Click {
  /** Its place in the story; the server's id is learned when it is told. */
  readonly ref: number;
  readonly at: Instant;
  readonly code: string;
  readonly visitorId: string;
  readonly subId?: string;
  readonly referrer?: string;
}

/** What ties a lead or an order to partners. */
export interface Trace {
  readonly click?: number;
  readonly visitorId?: string;
  readonly code?: string;
  readonly coupon?: string;
}

export interface Line {
  readonly id: string;
  readonly product: Product;
  readonly quantity: number;
  /** Before the discount, one piece; minor units. */
  readonly unitPrice: number;
  readonly discount: number;
  readonly net: number;
}

/** A subscription of the software; `shape`: of the payment system's API before or after 2025-03-31. */
export interface Subscription {
  readonly number: number;
  readonly customer: Customer;
  readonly product: Product;
  readonly shape: 'old' | 'new';
}

export type Channel = 'api' | 'stripe' | 'shopify' | 'woocommerce';

export interface Order {
  readonly channel: Channel;
  readonly number: number;
  readonly at: Instant;
  readonly customer: Customer;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly trace: Trace;
  readonly billing?: { readonly sequence: number; readonly subscription: Subscription };
}

interface Happening {
  readonly at: Instant;
  readonly lane: number;
}

export type StoryEvent =
  | (Happening & { readonly kind: 'lead'; readonly customer: Customer; readonly name: string; readonly trace: Trace })
  | (Happening & { readonly kind: 'qualified'; readonly customer: Customer })
  | (Happening & { readonly kind: 'checkout'; readonly subscription: Subscription; readonly first: Order; readonly trace: Trace })
  | (Happening & { readonly kind: 'order'; readonly order: Order })
  | (Happening & { readonly kind: 'refund'; readonly order: Order; readonly lines: readonly RefundedLine[] })
  | (Happening & { readonly kind: 'dispute'; readonly order: Order; readonly step: 'opened' | 'won' | 'lost' })
  | (Happening & { readonly kind: 'cancellation'; readonly order: Order })
  | (Happening & { readonly kind: 'unsubscription'; readonly subscription: Subscription; readonly channel: Channel });

export interface RefundedLine {
  readonly id: string;
  readonly net: number;
}

export interface Story {
  /** Midnight in the company's zone, when the history ends; everything told by the API alone comes after it. */
  readonly anchor: Instant;
  readonly begin: Instant;
  readonly clicks: readonly Click[];
  /** In the order of time. */
  readonly events: readonly StoryEvent[];
  readonly partners: readonly CastPartner[];
}

export function netOf(order: Order): number {
  return order.lines.reduce((sum, line) => sum + line.net, 0);
}

/** Every event of an order is known by this id, whatever channel it came through. */
export function orderId({ channel, number }: Order): string {
  return { api: `CMD-${number}`, stripe: `in_${number}`, shopify: `${5_400_000 + number}`, woocommerce: `${number}` }[channel];
}

/** Orders that something happened to later. */
export function regrettedOrders(story: Pick<Story, 'events'>): ReadonlySet<Order> {
  return new Set(story.events.flatMap((event) => ('order' in event && event.kind !== 'order' ? [event.order] : [])));
}
