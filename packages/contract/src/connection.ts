import { z } from 'zod';
import { manage } from './access.ts';
import { displayName } from './partner.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Connections: systems people already have, that tell what happened by signed webhooks. */

export const connectionKinds = ['stripe', 'shopify', 'woocommerce', 'generic'] as const;
export type ConnectionKind = (typeof connectionKinds)[number];

export const connectionSettings = z.object({
  clientReference: z.enum(['click', 'customer', 'ignore']).default('click').meta({
    description:
      "Stripe: what `client_reference_id` of a checkout holds: our click id (`clk_…`), the company's own customer id, or nothing of ours",
  }),
  checkoutWaitSeconds: z.int().min(0).max(3600).default(120).meta({
    description:
      'Stripe: how long the first invoice of a customer waits for the checkout that says who sent them; 0 when Checkout is not used',
  }),
  includeShipping: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether shipping is part of what commissions are computed on' }),
  promotionCodes: z
    .record(z.string().regex(/^promo_[A-Za-z0-9]{1,100}$/), z.string().min(1).max(100))
    .default({})
    .meta({
      description: 'Stripe sends ids of promotion codes only: the code behind each',
      example: { promo_1AbC: 'LUMIERE10' },
    }),
});
export type ConnectionSettings = z.output<typeof connectionSettings>;

const connectionBody = z.strictObject({
  kind: z.enum(connectionKinds),
  name: displayName,
  secret: z
    .string()
    .min(8)
    .max(500)
    .regex(/^[\x21-\x7e]+$/, 'printable characters without spaces')
    .meta({ description: 'The signing secret the other system gave; never shown again', example: 'whsec_c29tZXNlY3JldA' }),
  settings: connectionSettings.prefault({}),
});
export type CreateConnection = z.output<typeof connectionBody>;

export const connection = z.object({
  id: idText('con'),
  kind: z.enum(connectionKinds),
  name: z.string(),
  settings: connectionSettings,
  hookPath: z.string().meta({ description: 'Where the other system sends its events, below the address of this server' }),
  createdAt: instantText,
  endedAt: instantText.nullable(),
  lastEventAt: instantText.nullable(),
});
export type Connection = z.input<typeof connection>;

const eventState = z.enum(['waiting', 'done', 'ignored', 'failed']);

export const hookEvent = z.object({
  id: z.string().meta({ description: "The sender's own id of the event" }),
  type: z.string(),
  state: eventState,
  receivedAt: instantText,
  facts: z.int().meta({ description: 'How many facts it gave' }),
  reason: z.string().nullable().meta({ description: 'Why none, or what it waits for, in the language asked for' }),
  reasonCode: z.string().nullable(),
  replayable: z.boolean(),
});
export type HookEventAnswer = z.input<typeof hookEvent>;

const eventQuery = z.strictObject({ ...pageQuery, state: eventState.optional() });
export type ListHookEvents = z.output<typeof eventQuery>;

const byConnection = z.strictObject({ id: idOf('con') });
const byEvent = z.strictObject({ id: idOf('con'), eventId: z.string().min(1).max(200).meta({ example: 'evt_1JXY' }) });
const byHook = z.strictObject({ connection: idOf('con') });

const received = z.object({ received: z.literal(true), facts: z.int(), state: eventState });

const hookErrors = [
  'not_found',
  'signature_invalid',
  'timestamp_out_of_range',
  'malformed_json',
  'body_too_large',
  'unavailable',
] as const;

function hook(kind: ConnectionKind, name: string, types: readonly string[]) {
  return route({
    id: `hook${kind.charAt(0).toUpperCase()}${kind.slice(1)}`,
    method: 'POST',
    path: `/hooks/${kind}/:connection`,
    tag: 'hooks',
    summary: { en: `Receive events of ${name}`, fr: `Recevoir les événements de ${name}` },
    description: {
      en: 'Signed by the sender. Answered once the event and its facts are durable; an event that cannot be understood is kept and can be replayed.',
      fr: "Signé par l'émetteur. Répondu une fois l'événement et ses faits enregistrés durablement ; un événement incompris est gardé et peut être rejoué.",
    },
    access: { public: true },
    params: byHook,
    rawBody: { maxBytes: 2 * 1024 * 1024, types, as: 'buffer' },
    status: 200,
    answer: received,
    errors: hookErrors,
    idempotency: 'body',
    limitPerMinute: 6000,
  });
}

const tag = 'connections';

export const connectionRoutes = {
  hookStripe: hook('stripe', 'Stripe', ['application/json']),
  hookShopify: hook('shopify', 'Shopify', ['application/json']),
  hookWoocommerce: hook('woocommerce', 'WooCommerce', ['application/json', 'application/x-www-form-urlencoded']),
  hookGeneric: hook('generic', 'any system that signs', ['application/json']),
  createConnection: route({
    id: 'createConnection',
    method: 'POST',
    path: '/api/v1/connections',
    tag,
    summary: { en: 'Connect a payment or shop system', fr: 'Connecter un système de paiement ou une boutique' },
    access: manage,
    body: connectionBody,
    status: 201,
    answer: connection,
    errors: [],
    idempotency: 'key',
  }),
  listConnections: route({
    id: 'listConnections',
    method: 'GET',
    path: '/api/v1/connections',
    tag,
    summary: { en: 'List connections, newest first', fr: 'Lister les connexions, les plus récentes en tête' },
    access: manage,
    query: z.strictObject({ ...pageQuery }),
    status: 200,
    answer: pageOf(connection),
    errors: [],
  }),
  endConnection: route({
    id: 'endConnection',
    method: 'DELETE',
    path: '/api/v1/connections/:id',
    tag,
    summary: { en: 'End a connection; what it brought stays', fr: "Terminer une connexion ; ce qu'elle a apporté reste" },
    access: manage,
    params: byConnection,
    status: 204,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  listConnectionEvents: route({
    id: 'listConnectionEvents',
    method: 'GET',
    path: '/api/v1/connections/:id/events',
    tag,
    summary: { en: 'List received events, newest first', fr: 'Lister les événements reçus, les plus récents en tête' },
    access: manage,
    params: byConnection,
    query: eventQuery,
    status: 200,
    answer: pageOf(hookEvent),
    errors: ['not_found'],
  }),
  replayConnectionEvent: route({
    id: 'replayConnectionEvent',
    method: 'POST',
    path: '/api/v1/connections/:id/events/:eventId/replay',
    tag,
    summary: { en: 'Read a waiting or failed event again', fr: 'Relire un événement en attente ou en échec' },
    access: manage,
    params: byEvent,
    status: 200,
    answer: hookEvent,
    errors: ['not_found', 'conflict'],
    idempotency: 'none',
  }),
} as const;
