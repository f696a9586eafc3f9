import type { ConnectionKind } from '@cordee/contract/connection';
import type { Instant } from '@cordee/core/time';
import { hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { readGenericEvent, genericTranslator } from '../generic/translate.ts';
import { verifyGeneric } from '../generic/verify.ts';
import type { StoredEvent } from '../hook-event.store.ts';
import { shopifyTranslator } from '../shopify/translate.ts';
import { readStripeEvent, stripeTranslator } from '../stripe/translate.ts';
import { verifyStripe } from '../stripe/verify.ts';
import { verifyBase64Hmac } from '../translation/base64-hmac.ts';
import { isObject, textAt, TranslationFault } from '../translation/json.ts';
import type { HookEvent, Translator } from '../translation/translation.ts';
import { woocommerceTranslator } from '../woocommerce/translate.ts';

export interface HookRequest {
  readonly headers: IncomingHttpHeaders;
  readonly rawBody: Buffer;
}

/** How one kind of system signs its calls, names its events and says what happened. */
interface HookKind {
  /** Refuses what its sender did not sign. */
  readonly verify: (request: HookRequest, secret: string, now: Instant) => void;
  /** What the event is called, to know it again. */
  readonly identify: (request: HookRequest, body: unknown) => { readonly id: string; readonly type: string };
  readonly read: (event: StoredEvent) => HookEvent;
  readonly translator: Translator;
}

export const hookKinds: Readonly<Record<ConnectionKind, HookKind>> = {
  stripe: {
    verify: ({ headers, rawBody }, secret, now) => verifyStripe(rawBody, header(headers, 'stripe-signature'), secret, now),
    identify: ({ rawBody }, body) => ({ id: field(body, 'id') ?? digest(rawBody), type: field(body, 'type') ?? 'unknown' }),
    read: ({ body }) => readStripeEvent(body),
    translator: stripeTranslator,
  },
  shopify: {
    verify: ({ headers, rawBody }, secret) => verifyBase64Hmac(rawBody, header(headers, 'x-shopify-hmac-sha256'), secret),
    identify: ({ headers, rawBody }) => ({
      id: header(headers, 'x-shopify-webhook-id') ?? digest(rawBody),
      type: header(headers, 'x-shopify-topic') ?? 'unknown',
    }),
    read: readWhole,
    translator: shopifyTranslator,
  },
  woocommerce: {
    verify: ({ headers, rawBody }, secret) => verifyBase64Hmac(rawBody, header(headers, 'x-wc-webhook-signature'), secret),
    identify: ({ headers, rawBody }) => ({
      id: header(headers, 'x-wc-webhook-delivery-id') ?? digest(rawBody),
      type: header(headers, 'x-wc-webhook-topic') ?? 'unknown',
    }),
    read: readWhole,
    translator: woocommerceTranslator,
  },
  generic: {
    verify: ({ headers, rawBody }, secret, now) =>
      verifyGeneric(
        rawBody,
        {
          id: header(headers, 'webhook-id'),
          timestamp: header(headers, 'webhook-timestamp'),
          signature: header(headers, 'webhook-signature'),
        },
        secret,
        now,
      ),
    identify: ({ headers, rawBody }, body) => ({
      id: header(headers, 'webhook-id') ?? digest(rawBody),
      type: field(body, 'type') ?? 'unknown',
    }),
    read: ({ eventId, body, receivedAt }) => readGenericEvent(eventId, body, receivedAt),
    translator: genericTranslator,
  },
};

function readWhole({ eventId, type, receivedAt, body }: StoredEvent): HookEvent {
  if (isObject(body)) return { id: eventId, type, at: receivedAt, payload: body };
  throw new TranslationFault('', { en: 'A JSON object is expected.', fr: 'Un objet JSON est attendu.' });
}

function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text === undefined || text === '' ? undefined : text;
}

function field(body: unknown, name: string): string | null {
  return isObject(body) ? textAt(body, name) : null;
}

function digest(rawBody: Buffer): string {
  return hash('sha256', rawBody, 'hex');
}
