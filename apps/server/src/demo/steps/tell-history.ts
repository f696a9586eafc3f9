import { deliverShopify, deliverStripe, deliverWoo } from '../hooks/deliver.ts';
import { shopifyEvents, wooEvents } from '../hooks/shop-orders.ts';
import { stripeEvents } from '../hooks/stripe-events.ts';
import { inLanes } from '../lanes.ts';
import type { Stage } from '../stage.ts';
import type { Channel, StoryEvent } from '../story/story.ts';
import { tellByApi } from './api-events.ts';

/** Tells ninety days, each event through the system it happened in, customers of different partners side by side. */
export async function tellHistory(stage: Stage): Promise<void> {
  await inLanes(
    stage.story.events,
    ({ lane }) => lane,
    (event) => tell(stage, event),
  );
}

/** Tells one moment, as often as its system likes. */
export async function tell({ keys, hooks, clickIds, answers }: Stage, event: StoryEvent): Promise<void> {
  switch (channelOf(event)) {
    case 'stripe':
      for (const each of stripeEvents(event, clickIds)) await deliverStripe(keys.office, hooks.stripe, each);
      return;
    case 'shopify':
      for (const each of shopifyEvents(event, clickIds)) await deliverShopify(keys.office, hooks.shopify, each);
      return;
    case 'woocommerce':
      for (const each of wooEvents(event, clickIds)) await deliverWoo(keys.office, hooks.woocommerce, each);
      return;
    default: {
      const told = await tellByApi(keys.backEnd, event, clickIds);
      if (told !== null) answers.set(told.eventId, told.answer);
    }
  }
}

function channelOf(event: StoryEvent): Channel {
  if (event.kind === 'checkout') return 'stripe';
  if (event.kind === 'unsubscription') return event.channel;
  return 'order' in event ? event.order.channel : 'api';
}
