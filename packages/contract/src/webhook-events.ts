import { z } from 'zod';
import { claimAnswer } from './claim.ts';
import { outcomeCodes } from './claim-body.ts';
import { contributionAnswer } from './contribution.ts';
import { enrollment, link } from './enrollment.ts';
import { commissionAnswer } from './events.ts';
import { importAnswer } from './import.ts';
import type { Bilingual } from './language.ts';
import { partner, stage } from './partner.ts';
import { payoutAnswer } from './payout.ts';
import { program } from './program.ts';
import { idText, instantText } from './values.ts';

/** What webhooks tell: the type of an event, when it is told, and the shape of its data. */

export const webhookEventTypes = [
  'partner.created',
  'partner.changed',
  'partner.archived',
  'partner.stage_changed',
  'enrollment.created',
  'enrollment.changed',
  'program.changed',
  'plan.published',
  'link.created',
  'link.ended',
  'commission.created',
  'commission.changed',
  'contribution.declared',
  'contribution.changed',
  'claim.opened',
  'claim.changed',
  'payout.started',
  'payout.confirmed',
  'payout.rejected',
  'import.finished',
  'connection.event_failed',
  'webhook.test',
] as const;
export type WebhookEventType = (typeof webhookEventTypes)[number];

interface EventDescription {
  readonly summary: Bilingual;
  readonly data: z.ZodType;
}

// The audit trail, which cannot be erased, holds no e-mail address; nor does what follows from it.
const toldPartner = partner.omit({ email: true });
const toldContribution = contributionAnswer.omit({
  customer: true,
  description: true,
  introducedTo: true,
  consent: true,
  conflicts: true,
});
const toldClaim = claimAnswer.omit({ partnerName: true, expected: true, daysLeft: true, overdue: true, outcome: true }).extend({
  eventId: z.string().nullable().meta({ description: 'The order number that was claimed' }),
  outcome: z.object({ code: z.enum(outcomeCodes), reason: z.string(), at: instantText, automatic: z.boolean() }).nullable(),
});
const toldPayout = payoutAnswer.extend({ reason: z.string().optional() });

export const webhookEvents: Readonly<Record<WebhookEventType, EventDescription>> = {
  'partner.created': {
    summary: { en: 'A partner was added.', fr: 'Un partenaire a été ajouté.' },
    data: toldPartner,
  },
  'partner.changed': {
    summary: { en: "A partner's details changed.", fr: "La fiche d'un partenaire a changé." },
    data: toldPartner,
  },
  'partner.archived': {
    summary: {
      en: 'A partner was archived; its enrollments end.',
      fr: 'Un partenaire a été archivé ; ses adhésions prennent fin.',
    },
    data: toldPartner,
  },
  'partner.stage_changed': {
    summary: { en: 'A partnership moved to another stage.', fr: "Une relation a changé d'étape." },
    data: z.object({ partnerId: idText('prt'), stage, reason: z.string().nullable() }),
  },
  'enrollment.created': {
    summary: { en: 'A partner was enrolled in a program.', fr: 'Un partenaire a adhéré à un programme.' },
    data: enrollment,
  },
  'enrollment.changed': {
    summary: {
      en: 'The state or the plan of an enrollment changed, or a change was announced.',
      fr: "L'état ou le barème d'une adhésion a changé, ou un changement a été annoncé.",
    },
    data: enrollment,
  },
  'program.changed': {
    summary: {
      en: "A program's settings changed, or its precedence or default plan from an instant on.",
      fr: "Les réglages d'un programme ont changé, ou sa priorité ou son barème par défaut à partir d'un instant.",
    },
    data: program,
  },
  'plan.published': {
    summary: {
      en: 'A plan version was published; it takes effect at `effectiveAt`.',
      fr: 'Une version de barème a été publiée ; elle prend effet à `effectiveAt`.',
    },
    data: z.object({
      planId: idText('pln'),
      versionId: idText('plv'),
      number: z.int(),
      effectiveAt: instantText,
    }),
  },
  'link.created': { summary: { en: 'A link was created.', fr: 'Un lien a été créé.' }, data: link },
  'link.ended': { summary: { en: 'A link was ended.', fr: 'Un lien a pris fin.' }, data: link },
  'commission.created': {
    summary: { en: 'A fact earned a commission.', fr: 'Un fait a donné droit à une commission.' },
    data: commissionAnswer,
  },
  'commission.changed': {
    summary: {
      en: 'A commission was released, suspended, restored, reversed (wholly or in part), taken into a payout or paid.',
      fr: 'Une commission est devenue exigible, a été suspendue, rétablie, reprise (en tout ou partie), mise en versement ou payée.',
    },
    data: commissionAnswer,
  },
  'contribution.declared': {
    summary: {
      en: 'A deal, an introduction, a lead, work or a split was declared; it waits for a decision.',
      fr: 'Une affaire, une mise en relation, un prospect, un apport ou un partage a été déclaré ; il attend une décision.',
    },
    data: toldContribution,
  },
  'contribution.changed': {
    summary: {
      en: 'A contribution was confirmed, refused or withdrawn.',
      fr: 'Une contribution a été confirmée, refusée ou retirée.',
    },
    data: toldContribution,
  },
  'claim.opened': {
    summary: {
      en: 'A claim was opened; it waits for the company’s answer.',
      fr: 'Une réclamation a été ouverte ; elle attend la réponse de l’entreprise.',
    },
    data: toldClaim,
  },
  'claim.changed': {
    summary: {
      en: 'A claim was asked about, replied to, accepted (by the company or by silence), refused, withdrawn or settled.',
      fr: 'Une réclamation a fait l’objet d’une question ou d’une réponse, a été acceptée (par l’entreprise ou par silence), refusée, retirée ou réglée.',
    },
    data: toldClaim,
  },
  'payout.started': { summary: { en: 'A payout was started.', fr: 'Un versement a été lancé.' }, data: toldPayout },
  'payout.confirmed': { summary: { en: 'A payout arrived.', fr: 'Un versement est arrivé.' }, data: toldPayout },
  'payout.rejected': {
    summary: {
      en: 'A payout came back; its amount is payable again.',
      fr: 'Un versement est revenu ; son montant est de nouveau exigible.',
    },
    data: toldPayout,
  },
  'import.finished': {
    summary: { en: 'An import came to its end, or failed.', fr: "Un import s'est terminé, ou a échoué." },
    data: importAnswer.pick({ id: true, kind: true, fileName: true, accepted: true, duplicates: true, rejected: true }).extend({
      state: z.enum(['done', 'failed']),
      fault: z.string().nullable().meta({ description: 'The code of what stopped it' }),
    }),
  },
  'connection.event_failed': {
    summary: {
      en: 'An event of a connected system could not be understood; it is kept and can be replayed.',
      fr: "Un événement d'un système connecté n'a pas pu être compris ; il est gardé et peut être rejoué.",
    },
    data: z.object({ connectionId: idText('con'), eventId: z.string(), type: z.string(), fault: z.string() }),
  },
  'webhook.test': {
    summary: { en: 'A test asked for by hand.', fr: 'Un essai demandé à la main.' },
    data: z.object({ webhookId: idText('whk') }),
  },
};

/** The body of every call. Types and fields may be added; those named here keep their meaning. */
export const webhookPayload = z.object({
  type: z.string().meta({ example: 'commission.created' }),
  timestamp: instantText.meta({ description: 'When it happened, not when it is sent' }),
  workspaceId: idText('wsp'),
  sequence: z.int().meta({ description: 'Grows with every event of the workspace, with gaps: what is lower is older news' }),
  data: z.record(z.string(), z.unknown()),
  changes: z
    .record(z.string(), z.object({ old: z.unknown(), new: z.unknown() }))
    .optional()
    .meta({ description: 'The fields of `data` that changed' }),
});
export type WebhookPayload = z.output<typeof webhookPayload>;
