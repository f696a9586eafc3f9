import { factKinds } from '@cordee/core/counting';
import { z } from 'zod';
import { sharedRead } from './access.ts';
import { route } from './route.ts';
import { idText, instantText } from './values.ts';

/** What happens, told as it happens: server-sent events whose `data` is JSON. */

const earned = z.object({
  partnerId: idText('prt'),
  currency: z.string(),
  amount: z.int().meta({ description: 'Below zero when it was taken back' }),
});

/** `event: fact`, its `id` the place to resume from. */
export const liveFact = z.object({
  id: idText('fct'),
  kind: z.enum(factKinds),
  eventId: z.string(),
  occurredAt: instantText,
  recordedAt: instantText,
  currency: z.string().nullable(),
  amount: z.int().nullable(),
  unpaid: z.string().nullable(),
  earned: z.array(earned).meta({ description: "A partner's own only" }),
});
export type LiveFact = z.input<typeof liveFact>;

/** `event: skipped`: more happened than is told one by one; read the lists again. */
export const liveSkipped = z.object({ facts: z.int() });

export const liveRoutes = {
  followLive: route({
    id: 'followLive',
    method: 'GET',
    path: '/api/v1/live',
    tag: 'facts',
    summary: {
      en: 'New facts as they are counted, as server-sent events',
      fr: 'Les nouveaux faits dès qu’ils sont comptés, en événements du serveur',
    },
    description: {
      en: 'Events `fact` (with what it earned), `skipped` (too many at once: read the lists again) and `end` (signed out, or the time is over: connect again). Send the last `id` as `Last-Event-ID` to go on without a gap. A partner hears of what concerns it. A comment every fifteen seconds keeps the connection alive.',
      fr: 'Événements `fact` (avec ce qu’il a rapporté), `skipped` (trop d’un coup : relisez les listes) et `end` (déconnecté, ou temps écoulé : reconnectez-vous). Envoyez le dernier `id` en `Last-Event-ID` pour reprendre sans manque. Un partenaire entend ce qui le concerne. Un commentaire toutes les quinze secondes maintient la connexion.',
    },
    access: sharedRead,
    query: z
      .strictObject({
        seconds: z.coerce
          .number()
          .int()
          .min(0)
          .max(3600)
          .default(3600)
          .meta({ description: 'How long; 0 tells what is missed and ends' }),
      })
      .meta({ example: { seconds: 0 } }),
    status: 200,
    alsoAnswers: ['text/event-stream'],
    errors: ['unavailable'],
  }),
} as const;
