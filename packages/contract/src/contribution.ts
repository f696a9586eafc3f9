import { z } from 'zod';
import { manage, manageOrOwn, sharedRead } from './access.ts';
import {
  contributionKinds,
  contributionNatures,
  contributionStates,
  contributionUnits,
  declareBody,
  text,
} from './contribution-body.ts';
import { route } from './route.ts';
import { externalId, idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

/** What partners bring otherwise than by links and codes: registered deals, introductions, declared contributions, agreed splits. */

const conflict = z.object({
  code: z.enum(['already_registered', 'already_agreed', 'customer_known']),
  text: z.string().meta({ description: 'In the language of the request' }),
  contributionId: idText('ctb').nullable().meta({ description: 'The other one; for the company only' }),
  partnerId: idText('prt').nullable().meta({ description: 'Whose it is; for the company only' }),
  blocks: z.boolean().meta({ description: 'Confirming asks to pass over it' }),
});

export const contributionAnswer = z.object({
  id: idText('ctb'),
  kind: z.enum(contributionKinds),
  state: z.enum(contributionStates),
  programId: idText('prg'),
  parties: z
    .array(
      z.object({
        partnerId: idText('prt'),
        enrollmentId: idText('enr'),
        share: z.string().meta({ description: 'Exact part, as p/q', example: '1/1' }),
      }),
    )
    .meta({ description: 'Whom it may credit; a partner is shown its own part' }),
  customer: z.object({ externalId: z.string().nullable(), name: z.string().nullable(), email: z.string().nullable() }).meta({
    description: 'What was declared is for who declared it; what the company added is masked where the program masks customers',
  }),
  occurredAt: instantText,
  validUntil: instantText.nullable(),
  description: z.string().nullable(),
  evidenceUrl: z.string().nullable(),
  products: z.array(z.string()).nullable(),
  expectedAmount: z.int().nullable(),
  currency: z.string().nullable(),
  introducedTo: z.string().nullable(),
  leadName: z.string().nullable(),
  consent: z
    .object({ at: instantText, how: z.string().nullable() })
    .nullable()
    .meta({ description: 'Of a lead: when and how the person agreed' }),
  nature: z.enum(contributionNatures).nullable(),
  quantity: z.int().nullable(),
  unit: z.enum(contributionUnits).nullable(),
  saleEventId: z.string().nullable(),
  declaredAt: instantText,
  declaredBy: z.enum(['company', 'partner']),
  decidedAt: instantText.nullable().meta({ description: 'When it was confirmed, refused or withdrawn' }),
  reason: z.string().nullable(),
  factId: idText('fct').nullable().meta({ description: 'The fact that counting reads, once it is confirmed' }),
  endFactId: idText('fct')
    .nullable()
    .meta({ description: 'The fact that ended it, when it was withdrawn after it was confirmed' }),
  conflicts: z
    .array(conflict)
    .meta({ description: 'What speaks against confirming it, as things stand; empty once it is decided' }),
});
export type ContributionAnswer = z.input<typeof contributionAnswer>;

const confirmBody = z.strictObject({
  customerExternalId: externalId.optional().meta({ description: 'The company’s own id of the customer, unless it was declared' }),
  validUntil: instant.optional().meta({ description: 'Another end than the declared one' }),
  despiteConflicts: z.boolean().default(false).meta({ description: 'Pass over conflicts that block' }),
});
export type ConfirmContribution = z.output<typeof confirmBody>;

const reason = text.max(1024);
const refuseBody = z.strictObject({
  reason: reason.meta({ description: 'Shown to the partner', example: 'This customer is served by our own team' }),
});
const withdrawBody = z.strictObject({ reason: reason.optional() });

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  programId: idOf('prg').optional(),
  kind: z.enum(contributionKinds).optional(),
  state: z.enum(contributionStates).optional(),
  customerExternalId: externalId.optional().meta({ description: 'For the company only' }),
});
export type ListContributions = z.output<typeof listQuery>;

const byId = z.strictObject({ id: idOf('ctb') });
const tag = 'contributions';

export const contributionRoutes = {
  declareContribution: route({
    id: 'declareContribution',
    method: 'POST',
    path: '/api/v1/contributions',
    tag,
    summary: {
      en: 'Register a deal, an introduction, a lead, work or a split',
      fr: 'Enregistrer une affaire, une mise en relation, un prospect, un apport ou un partage',
    },
    description: {
      en: 'A partner declares for itself, the company for anybody; splits are for the company. It counts once the company has confirmed it. Conflicts are told and keep nobody from declaring: the same customer registered by another partner, a customer who already buys. A lead needs the consent of the person; confirmed, it is a lead as if it had been tracked, named by its id.',
      fr: 'Un partenaire déclare pour lui-même, l’entreprise pour tous ; les partages sont pour l’entreprise. Rien ne compte avant sa confirmation. Les conflits sont signalés sans empêcher de déclarer : même client enregistré par un autre partenaire, client qui achète déjà. Un prospect demande le consentement de la personne ; confirmé, c’est un prospect comme un autre, désigné par son identifiant.',
    },
    access: manageOrOwn,
    body: declareBody,
    status: 201,
    answer: contributionAnswer,
    errors: ['unknown_reference', 'already_exists', 'clock_in_future', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listContributions: route({
    id: 'listContributions',
    method: 'GET',
    path: '/api/v1/contributions',
    tag,
    summary: { en: 'List contributions, newest first', fr: 'Lister les contributions, de la plus récente à la plus ancienne' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(contributionAnswer),
    errors: [],
  }),
  getContribution: route({
    id: 'getContribution',
    method: 'GET',
    path: '/api/v1/contributions/:id',
    tag,
    summary: { en: 'Read a contribution', fr: 'Lire une contribution' },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: contributionAnswer,
    errors: ['not_found'],
  }),
  confirmContribution: route({
    id: 'confirmContribution',
    method: 'POST',
    path: '/api/v1/contributions/:id/confirmation',
    tag,
    summary: { en: 'Confirm a contribution: from here on it counts', fr: 'Confirmer une contribution : elle compte désormais' },
    description: {
      en: 'It becomes a fact: leads and sales of the customer recorded afterwards find it among their touchpoints, from its own date on; what was recorded before stays as it was. Conflicts are looked for again behind the record.',
      fr: 'Elle devient un fait : les prospects et ventes du client enregistrés ensuite la trouvent parmi leurs points de contact, à partir de sa propre date ; ce qui a été enregistré auparavant reste tel quel. Les conflits sont recherchés à nouveau.',
    },
    access: manage,
    params: byId,
    body: confirmBody,
    status: 200,
    answer: contributionAnswer,
    errors: ['not_found', 'conflict', 'contribution_conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
  refuseContribution: route({
    id: 'refuseContribution',
    method: 'POST',
    path: '/api/v1/contributions/:id/refusal',
    tag,
    summary: { en: 'Refuse a contribution, with the reason', fr: 'Refuser une contribution, avec le motif' },
    access: manage,
    params: byId,
    body: refuseBody,
    status: 200,
    answer: contributionAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  withdrawContribution: route({
    id: 'withdrawContribution',
    method: 'POST',
    path: '/api/v1/contributions/:id/withdrawal',
    tag,
    summary: { en: 'Withdraw a contribution', fr: 'Retirer une contribution' },
    description: {
      en: 'Whoever declared it, or the company. Once confirmed, it counts no more for what happens from then on; what was earned stays.',
      fr: 'Par qui l’a déclarée, ou l’entreprise. Si elle était confirmée, elle ne compte plus pour ce qui arrive ensuite ; ce qui a été gagné le reste.',
    },
    access: manageOrOwn,
    params: byId,
    body: withdrawBody,
    status: 200,
    answer: contributionAnswer,
    errors: ['not_found', 'conflict', 'idempotency_conflict', 'unavailable'],
    idempotency: 'key',
  }),
} as const;
