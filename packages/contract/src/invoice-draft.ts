import { z } from 'zod';
import { staffRead } from './access.ts';
import { invoiceDraft } from './invoice-answers.ts';
import { route } from './route.ts';
import { currency, idOf } from './values.ts';

/** What closed months come to and stands on no document yet. */

const draftsQuery = z.strictObject({ partnerId: idOf('prt').optional() });
const paperQuery = z.strictObject({
  partnerId: idOf('prt'),
  currency,
  place: z.coerce.number().int().min(0).max(1000).default(0).meta({
    description: 'Which of the drafts of this partner and currency that have no obstacle, in the order of the list',
  }),
});
export type PreviewDraft = z.output<typeof paperQuery>;
const draftsAnswer = z.object({
  items: z.array(invoiceDraft),
  ready: z.int().meta({ description: 'How many of them can be issued' }),
  receipts: z.int().meta({ description: 'Closed months of private persons: their statement is all they need' }),
});
export type InvoiceDrafts = z.input<typeof draftsAnswer>;

const tag = 'invoices';

export const invoiceDraftRoutes = {
  listInvoiceDrafts: route({
    id: 'listInvoiceDrafts',
    method: 'GET',
    path: '/api/v1/invoice-drafts',
    tag,
    summary: { en: 'What can be invoiced, and what keeps it from being', fr: 'Ce qui peut être facturé, et ce qui l’empêche' },
    description: {
      en: 'What moved in closed months and stands on no document yet. A draft is not kept: it follows from the books each time.',
      fr: 'Ce qui a bougé dans les mois clos et ne figure encore sur aucun document. Un brouillon n’est pas conservé : il découle chaque fois des comptes.',
    },
    access: staffRead,
    query: draftsQuery,
    status: 200,
    answer: draftsAnswer,
    errors: [],
  }),
  previewInvoiceDraft: route({
    id: 'previewInvoiceDraft',
    method: 'GET',
    path: '/api/v1/invoice-drafts/paper',
    tag,
    summary: { en: 'See a draft as it would look on paper', fr: 'Voir un brouillon tel qu’il serait imprimé' },
    description: {
      en: 'A PDF that says on every page that it is a draft: without a number, without its XML, not kept. Only of what can be issued now.',
      fr: 'Un PDF dont chaque page dit qu’il s’agit d’un brouillon : sans numéro, sans son XML, non conservé. Seulement de ce qui peut être émis maintenant.',
    },
    access: staffRead,
    query: paperQuery,
    status: 200,
    alsoAnswers: ['application/pdf'],
    errors: ['not_found'],
  }),
} as const;
