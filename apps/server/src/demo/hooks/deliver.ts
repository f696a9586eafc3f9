import { createHmac } from 'node:crypto';
import { Stripe } from 'stripe';
import { ApiRefusal, type ApiClient } from '../api-client.ts';
import type { ShopEvent } from './shop-orders.ts';
import type { StripeEvent } from './stripe-events.ts';

/** Where a connected system sends to, and what it signs with. */
export interface Hook {
  readonly path: string;
  readonly secret: string;
}

/** As Stripe's own package signs. */
export function deliverStripe(api: ApiClient, hook: Hook, event: StripeEvent): Promise<void> {
  const payload = JSON.stringify(event);
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: hook.secret });
  return deliver(api, hook, payload, { 'stripe-signature': signature });
}

export function deliverShopify(api: ApiClient, hook: Hook, { topic, deliveryId, body }: ShopEvent): Promise<void> {
  const payload = JSON.stringify(body);
  return deliver(api, hook, payload, {
    'x-shopify-topic': topic,
    'x-shopify-webhook-id': deliveryId,
    'x-shopify-shop-domain': 'refuge-et-cie.myshopify.com',
    'x-shopify-hmac-sha256': hmac(payload, hook.secret),
  });
}

export function deliverWoo(api: ApiClient, hook: Hook, { topic, deliveryId, body }: ShopEvent): Promise<void> {
  const payload = JSON.stringify(body);
  return deliver(api, hook, payload, {
    'x-wc-webhook-topic': topic,
    'x-wc-webhook-delivery-id': deliveryId,
    'x-wc-webhook-signature': hmac(payload, hook.secret),
  });
}

function hmac(payload: string, secret: string): string {
  return createHmac('sha256', secret).update(payload).digest('base64');
}

async function deliver(api: ApiClient, { path }: Hook, payload: string, signature: Record<string, string>): Promise<void> {
  const headers = { 'content-type': 'application/json', ...signature };
  const answer = await api.as(null).send({ method: 'POST', path, headers, body: payload });
  const text = await answer.text();
  const state = answer.status === 200 ? (JSON.parse(text) as { state?: string }).state : undefined;
  // An event that could not be understood is answered as received; here that is a fault.
  if (state === undefined || state === 'failed') throw new ApiRefusal(`POST ${path} ${payload}`, answer.status, text);
}
