import { z } from 'zod';
import { roles, route, type Access } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** Lists as a member wants to see them again. They are the member's own: nobody else reads them, and no key has any. */

const members: Access = { roles, scope: null };

const screen = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,39}$/, 'lower-case letters, digits and hyphens')
  .meta({ description: 'Of which list', example: 'partners' });
const name = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters')
  .meta({ example: 'Resellers in Belgium' });
/** What the list was asked, as its address says it. */
const query = z
  .record(z.string().min(1).max(40), z.string().max(500))
  .refine((all) => Object.keys(all).length <= 40, 'at most 40 parameters')
  .meta({ example: { kind: 'reseller', country: 'BE' } });

export const viewAnswer = z.object({
  id: idText('viw'),
  screen: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.string()),
  createdAt: instantText,
});
export type ViewAnswer = z.input<typeof viewAnswer>;

const viewById = z.strictObject({ id: idOf('viw') });
const tag = 'views';

export const viewRoutes = {
  listViews: route({
    id: 'listViews',
    method: 'GET',
    path: '/api/v1/views',
    tag,
    summary: { en: 'My saved views', fr: 'Mes vues enregistrées' },
    access: members,
    query: z.strictObject({ screen: screen.optional() }),
    status: 200,
    answer: z.array(viewAnswer),
    errors: [],
  }),
  saveView: route({
    id: 'saveView',
    method: 'POST',
    path: '/api/v1/views',
    tag,
    summary: { en: 'Save a view', fr: 'Enregistrer une vue' },
    access: members,
    body: z.strictObject({ screen, name, query }),
    status: 201,
    answer: viewAnswer,
    errors: ['already_exists', 'conflict'],
    idempotency: 'key',
  }),
  changeView: route({
    id: 'changeView',
    method: 'PATCH',
    path: '/api/v1/views/:id',
    tag,
    summary: { en: 'Rename a view, or keep another list in it', fr: 'Renommer une vue, ou y garder une autre liste' },
    access: members,
    params: viewById,
    body: z.strictObject({ name: name.optional(), query: query.optional() }),
    status: 200,
    answer: viewAnswer,
    errors: ['not_found', 'already_exists'],
    idempotency: 'none',
  }),
  removeView: route({
    id: 'removeView',
    method: 'DELETE',
    path: '/api/v1/views/:id',
    tag,
    summary: { en: 'Remove a view', fr: 'Supprimer une vue' },
    access: members,
    params: viewById,
    status: 204,
    errors: ['not_found'],
    idempotency: 'none',
  }),
} as const;
