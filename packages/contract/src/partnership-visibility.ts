import { sharedKinds, sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { manageOrOwn, sharedRead } from './access.ts';
import { stage } from './partner.ts';
import { partnershipPerson } from './partnership-people.ts';
import { route } from './route.ts';
import { idOf, instantText } from './values.ts';

/** What each side shows the other, and what the other sees. */

export const visibilityItem = z.object({
  kind: z.enum(sharedKinds),
  by: z.enum(sides).meta({ description: 'Whose it is to show' }),
  shown: z.boolean(),
  chosen: z.boolean().meta({ description: 'false: nobody chose, what holds for all partnerships holds here' }),
  since: instantText.nullable(),
  mayChange: z.boolean().meta({ description: 'Whether the reader’s side decides it' }),
});
export type VisibilityItem = z.input<typeof visibilityItem>;

export const seenAnswer = z.object({
  by: z.enum(sides).meta({ description: 'The side whose sight this is: the other one than the reader’s' }),
  stage: stage.nullable(),
  people: z.array(partnershipPerson).meta({ description: 'Of the reader’s side, as the other side sees them' }),
  why: z.boolean(),
  responseStatistics: z.boolean(),
});
export type SeenAnswer = z.input<typeof seenAnswer>;

const byPartner = z.strictObject({ id: idOf('prt') });
const tag = 'partnerships';

export const partnershipVisibilityRoutes = {
  getVisibility: route({
    id: 'getVisibility',
    method: 'GET',
    path: '/api/v1/partners/:id/visibility',
    tag,
    summary: { en: 'What each side shows the other', fr: 'Ce que chaque côté montre à l’autre' },
    access: sharedRead,
    params: byPartner,
    status: 200,
    answer: z.array(visibilityItem),
    errors: ['not_found'],
  }),
  setVisibility: route({
    id: 'setVisibility',
    method: 'PUT',
    path: '/api/v1/partners/:id/visibility/:kind',
    tag,
    summary: {
      en: 'Show the other side a kind of data, or no longer',
      fr: 'Montrer un type de données à l’autre partie, ou ne plus le montrer',
    },
    description: {
      en: 'From now on, and for this partnership alone. Each side decides about its own.',
      fr: 'Dès maintenant et pour ce partenariat seulement. Chaque côté décide pour ce qui est à lui.',
    },
    access: manageOrOwn,
    params: z.strictObject({ id: idOf('prt'), kind: z.enum(sharedKinds) }),
    body: z.strictObject({ shown: z.boolean() }),
    status: 200,
    answer: z.array(visibilityItem),
    errors: ['not_found', 'forbidden'],
    idempotency: 'none',
  }),
  getSeenByOtherSide: route({
    id: 'getSeenByOtherSide',
    method: 'GET',
    path: '/api/v1/partners/:id/seen-by-other-side',
    tag,
    summary: { en: 'What the other side sees of this one', fr: 'Ce que l’autre partie voit de celui-ci' },
    access: sharedRead,
    params: byPartner,
    status: 200,
    answer: seenAnswer,
    errors: ['not_found'],
  }),
} as const;
