import { z } from 'zod';
import { manage } from './access.ts';
import { route } from './route.ts';
import { idOf, instantText } from './values.ts';

export const createEmbedToken = route({
  id: 'createEmbedToken',
  method: 'POST',
  path: '/api/v1/partners/:id/embed-tokens',
  tag: 'partners',
  summary: {
    en: "Show a partner's portal inside your own application",
    fr: "Montrer le portail d'un partenaire dans votre application",
  },
  description: {
    en: 'The token reads what that one partner may see, and nothing else, for a short time. Make it on your server for a partner you have signed in, put `url` into a frame, and allow your origin in `embedOrigins` of the workspace.',
    fr: "Le jeton lit ce que ce seul partenaire peut voir, et rien d'autre, pour peu de temps. Créez-le sur votre serveur pour un partenaire que vous avez connecté, mettez `url` dans un cadre, et autorisez votre origine dans `embedOrigins` de l'espace.",
  },
  access: manage,
  params: z.strictObject({ id: idOf('prt') }),
  body: z.strictObject({ minutes: z.int().min(1).max(60).default(15) }).meta({ example: { minutes: 15 } }),
  status: 201,
  answer: z.object({
    token: z
      .string()
      .nullable()
      .meta({ description: 'Shown once; null for a repeated request. Sent as `Authorization: Bearer …`' }),
    url: z.string().nullable().meta({ description: 'For the frame; the token stands behind `#`, which browsers never send' }),
    expiresAt: instantText,
  }),
  errors: ['not_found'],
  idempotency: 'key',
});
