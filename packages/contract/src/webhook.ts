import { hostOf } from '@cordee/core/program';
import { z } from 'zod';
import { route, type Access } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';
import { webhookEventTypes } from './webhook-events.ts';

/** Webhooks: addresses of the company's systems that are told what happens, signed as Standard Webhooks says. */

/** What is told reads everything, so a key that may only write must not be able to ask for it. */
const access: Access = { roles: ['owner', 'manager'], scope: 'admin' };

const url = z
  .string()
  .max(2000)
  .refine((text) => hostOf(text) !== null, { message: 'expected an absolute URL', params: { rule: 'url' } })
  .meta({ description: 'A public https address', example: 'https://erp.example.com/hooks/cordee' });
const description = z.string().trim().max(200).meta({ example: 'Commissions to the ERP' });
const types = z
  .union([z.tuple([z.literal('*')]), z.array(z.enum(webhookEventTypes)).min(1).max(100)])
  .meta({ description: '`["*"]` is all of them, those to come included', example: ['commission.created', 'commission.changed'] });

export const webhookStates = ['active', 'paused', 'disabled'] as const;

const createBody = z.strictObject({ url, types, description: description.default('') });
export type CreateWebhook = z.output<typeof createBody>;

const changeBody = z.strictObject({
  url: url.optional(),
  types: types.optional(),
  description: description.optional(),
  state: z.enum(['active', 'paused']).optional().meta({ description: '`active` also wakes one that was disabled' }),
});
export type ChangeWebhook = z.output<typeof changeBody>;

const secretBody = z.strictObject({
  overlapHours: z.int().min(0).max(168).default(24).meta({ description: 'How long the former secret signs beside the new one' }),
});

export const webhook = z.object({
  id: idText('whk'),
  url: z.string(),
  types: z.array(z.string()),
  description: z.string(),
  state: z.enum(webhookStates),
  disabledFor: z
    .enum(['failures', 'gone'])
    .nullable()
    .meta({ description: '`failures`: nothing was accepted for five days; `gone`: it answered 410' }),
  failingSince: instantText.nullable().meta({ description: 'First failure since the last success' }),
  lastDeliveredAt: instantText.nullable().meta({ description: 'To the minute' }),
  formerSecretUntil: instantText.nullable(),
  createdAt: instantText,
});
export type Webhook = z.input<typeof webhook>;

const secret = z.string().nullable().meta({ description: 'Shown once; null for a repeated request', example: 'whsec_…' });
export const webhookWithSecret = webhook.extend({ secret });
export type WebhookWithSecret = z.input<typeof webhookWithSecret>;

const deliveryState = z.enum(['waiting', 'delivered', 'failed']);
export type DeliveryState = z.output<typeof deliveryState>;

export const delivery = z.object({
  eventId: idText('evt').meta({ description: 'Also the `webhook-id` of every try' }),
  webhookId: idText('whk'),
  type: z.string(),
  sequence: z.int(),
  state: deliveryState,
  attempts: z.int().meta({ description: 'Since it was made or last replayed' }),
  createdAt: instantText,
  nextAt: instantText.nullable().meta({ description: 'While it waits' }),
  endedAt: instantText.nullable(),
  lastStatus: z.int().nullable().meta({ description: 'HTTP status of the last try; null when there was no answer' }),
});
export type Delivery = z.input<typeof delivery>;

export const deliveryDetail = delivery.extend({
  request: z.object({
    url: z.string(),
    headers: z.record(z.string(), z.string()).meta({ description: 'Without the signature, which each try makes anew' }),
    body: z.string(),
  }),
  tries: z
    .array(
      z.object({
        at: instantText,
        status: z.int().nullable(),
        fault: z.string().nullable().meta({ description: 'Why there was no answer: `refused`, `timeout` or `failed`' }),
        durationMs: z.int(),
        response: z.string().nullable().meta({ description: 'The beginning of the answer' }),
      }),
    )
    .meta({ description: 'The last twenty, oldest first' }),
});
export type DeliveryDetail = z.input<typeof deliveryDetail>;

const deliveryQuery = z.strictObject({
  ...pageQuery,
  state: deliveryState.optional(),
  type: z.string().max(100).optional(),
  from: instant.optional().meta({ description: 'Made at or after' }),
  to: instant.optional().meta({ description: 'Made before' }),
});
export type ListDeliveries = z.output<typeof deliveryQuery>;

const replayBody = z.strictObject({
  from: instant,
  to: instant,
  state: z.enum(['failed', 'all']).default('failed').meta({ description: '`all` also sends again what was delivered' }),
});
export type ReplayRange = z.output<typeof replayBody>;

const byId = z.strictObject({ id: idOf('whk') });
const byDelivery = z.strictObject({ id: idOf('whk'), eventId: idOf('evt') });
const tag = 'webhooks';

export const webhookRoutes = {
  createWebhook: route({
    id: 'createWebhook',
    method: 'POST',
    path: '/api/v1/webhooks',
    tag,
    summary: { en: 'Have a system told what happens', fr: 'Faire prévenir un système de ce qui se passe' },
    access,
    body: createBody,
    status: 201,
    answer: webhookWithSecret,
    errors: ['address_refused'],
    idempotency: 'key',
  }),
  listWebhooks: route({
    id: 'listWebhooks',
    method: 'GET',
    path: '/api/v1/webhooks',
    tag,
    summary: { en: 'List webhooks, newest first', fr: 'Lister les webhooks, les plus récents en tête' },
    access,
    query: z.strictObject({ ...pageQuery }),
    status: 200,
    answer: pageOf(webhook),
    errors: [],
  }),
  getWebhook: route({
    id: 'getWebhook',
    method: 'GET',
    path: '/api/v1/webhooks/:id',
    tag,
    summary: { en: 'Read a webhook', fr: 'Lire un webhook' },
    access,
    params: byId,
    status: 200,
    answer: webhook,
    errors: ['not_found'],
  }),
  changeWebhook: route({
    id: 'changeWebhook',
    method: 'PATCH',
    path: '/api/v1/webhooks/:id',
    tag,
    summary: { en: 'Change, pause or wake a webhook', fr: 'Changer, suspendre ou réveiller un webhook' },
    description: {
      en: 'While it is paused or disabled, what happens is kept for it (thirty days) and sent once it is active again.',
      fr: "Tant qu'il est suspendu ou désactivé, ce qui se passe est gardé pour lui (trente jours) et envoyé dès qu'il redevient actif.",
    },
    access,
    params: byId,
    body: changeBody,
    status: 200,
    answer: webhook,
    errors: ['not_found', 'address_refused'],
    idempotency: 'none',
  }),
  endWebhook: route({
    id: 'endWebhook',
    method: 'DELETE',
    path: '/api/v1/webhooks/:id',
    tag,
    summary: { en: 'End a webhook; nothing more is sent to it', fr: 'Mettre fin à un webhook ; plus rien ne lui est envoyé' },
    access,
    params: byId,
    status: 204,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  renewWebhookSecret: route({
    id: 'renewWebhookSecret',
    method: 'POST',
    path: '/api/v1/webhooks/:id/secret',
    tag,
    summary: { en: 'Give a webhook a new secret', fr: 'Donner un nouveau secret à un webhook' },
    description: {
      en: 'Until the overlap ends every call carries both signatures, so that the receiver can change secrets without losing one.',
      fr: "Jusqu'à la fin du recouvrement chaque appel porte les deux signatures : le destinataire change de secret sans rien perdre.",
    },
    access,
    params: byId,
    body: secretBody,
    status: 200,
    answer: webhookWithSecret,
    errors: ['not_found'],
    idempotency: 'key',
  }),
  testWebhook: route({
    id: 'testWebhook',
    method: 'POST',
    path: '/api/v1/webhooks/:id/test',
    tag,
    summary: { en: 'Send a test event', fr: "Envoyer un événement d'essai" },
    description: {
      en: 'Sent in the background like any other event; read the delivery to see what came of it.',
      fr: "Envoyé en arrière-plan comme tout autre événement ; lisez l'envoi pour voir ce qu'il en est advenu.",
    },
    access,
    params: byId,
    status: 202,
    answer: delivery,
    errors: ['not_found'],
    idempotency: 'key',
  }),
  listDeliveries: route({
    id: 'listDeliveries',
    method: 'GET',
    path: '/api/v1/webhooks/:id/deliveries',
    tag,
    summary: {
      en: 'List what was sent to a webhook, newest first',
      fr: 'Lister ce qui a été envoyé à un webhook, le plus récent en tête',
    },
    access,
    params: byId,
    query: deliveryQuery,
    status: 200,
    answer: pageOf(delivery),
    errors: ['not_found'],
  }),
  getDelivery: route({
    id: 'getDelivery',
    method: 'GET',
    path: '/api/v1/webhooks/:id/deliveries/:eventId',
    tag,
    summary: { en: 'Read what was sent, and each try', fr: 'Lire ce qui a été envoyé, et chaque essai' },
    access,
    params: byDelivery,
    status: 200,
    answer: deliveryDetail,
    errors: ['not_found'],
  }),
  replayDelivery: route({
    id: 'replayDelivery',
    method: 'POST',
    path: '/api/v1/webhooks/:id/deliveries/:eventId/replay',
    tag,
    summary: { en: 'Send an event again', fr: 'Envoyer de nouveau un événement' },
    access,
    params: byDelivery,
    status: 202,
    answer: delivery,
    errors: ['not_found'],
    idempotency: 'none',
  }),
  replayDeliveries: route({
    id: 'replayDeliveries',
    method: 'POST',
    path: '/api/v1/webhooks/:id/replay',
    tag,
    summary: { en: 'Send the events of a period again', fr: "Envoyer de nouveau les événements d'une période" },
    access,
    params: byId,
    body: replayBody,
    status: 202,
    answer: z.object({ replayed: z.int().meta({ description: 'How many will be sent' }) }),
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
} as const;
