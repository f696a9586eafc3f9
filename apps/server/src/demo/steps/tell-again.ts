import { trackSale } from '@cordee/contract/events';
import { ApiRefusal } from '../api-client.ts';
import type { Stage } from '../stage.ts';
import type { Story, StoryEvent } from '../story/story.ts';
import { saleBody, tellByApi } from './api-events.ts';
import { tell } from './tell-history.ts';

export interface ToldAgain {
  readonly byApi: number;
  readonly byWebhook: number;
}

const EACH = 12;

/** Delivers some events a second time, as networks do; and one sale with another amount, which is refused. */
export async function tellAgain(stage: Stage): Promise<ToldAgain> {
  const { keys, story, clickIds, answers } = stage;
  const byApi = some(story, (event) => event.kind === 'order' && event.order.channel === 'api');
  for (const event of byApi) {
    const again = await tellByApi(keys.backEnd, event, clickIds);
    const before = answers.get(again?.eventId ?? '');
    if (again?.answer.duplicate !== true || again.answer.factId !== before?.factId) {
      throw new Error(`${again?.eventId} was taken for a new event`);
    }
  }
  const byWebhook = [
    ...some(story, (event) => event.kind === 'order' && event.order.channel === 'stripe'),
    ...some(story, (event) => event.kind === 'order' && event.order.channel === 'shopify'),
    ...some(story, (event) => event.kind === 'order' && event.order.channel === 'woocommerce'),
  ];
  for (const event of byWebhook) await tell(stage, event);
  await contradict(stage, byApi);
  return { byApi: byApi.length, byWebhook: byWebhook.length };
}

function some({ events }: Story, isWanted: (event: StoryEvent) => boolean): readonly StoryEvent[] {
  return events.filter(isWanted).slice(0, EACH);
}

async function contradict({ keys, clickIds }: Stage, [event]: readonly StoryEvent[]): Promise<void> {
  if (event?.kind !== 'order') return;
  const { lines: _lines, ...body } = saleBody(event.order, clickIds);
  try {
    await keys.backEnd.call(trackSale, { body: { ...body, amount: 1 } });
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'idempotency_conflict') return;
    throw error;
  }
  throw new Error(`${body.eventId} was taken with another amount`);
}
