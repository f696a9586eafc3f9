import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DeliveryState, Webhook } from './webhook.queries.ts';

export const deliveryWords: Readonly<Record<DeliveryState, MessageDescriptor>> = {
  waiting: msg`To be sent`,
  delivered: msg`Delivered`,
  failed: msg`Given up`,
};
export const deliveryTones = { waiting: 'wait', delivered: 'good', failed: 'bad' } as const;
export const deliveryStates = Object.keys(deliveryWords) as DeliveryState[];

export const webhookWords: Readonly<Record<Webhook['state'], MessageDescriptor>> = {
  active: msg`In service`,
  paused: msg`On pause`,
  disabled: msg`Switched off`,
};
export const webhookTones = { active: 'good', paused: 'calm', disabled: 'bad' } as const;

/** What an address asks for; what it does not know is left out. */
export function deliverySearch({ state, event }: Record<string, unknown>): { state?: DeliveryState; event?: string } {
  return {
    ...(typeof state === 'string' && Object.hasOwn(deliveryWords, state) ? { state: state as DeliveryState } : {}),
    ...(typeof event === 'string' ? { event } : {}),
  };
}
