import { z } from 'zod';
import { manageOrOwn } from './access.ts';
import { briefBody, decisionBody, disputeActBody, openDisputeBody, submitBriefBody } from './dispute-body.ts';
import { disputeDetail } from './dispute.ts';
import { route } from './route.ts';
import { idOf } from './values.ts';

/** What both sides do in a dispute. */

const tag = 'disputes';
const byId = z.strictObject({ id: idOf('dsp') });

export const disputeActionRoutes = {
  openDispute: route({
    id: 'openDispute',
    method: 'POST',
    path: '/api/v1/disputes',
    tag,
    summary: { en: 'Open a dispute', fr: 'Ouvrir un différend' },
    description: {
      en: 'Either side opens one. It climbs the ladder of the charter in force today, which it keeps as it is; without a charter that of the settings.',
      fr: 'Chaque partie peut en ouvrir un. Il suit les échelons de la charte en vigueur aujourd’hui, qu’il garde tels quels ; sans charte, ceux des paramètres.',
    },
    access: manageOrOwn,
    body: openDisputeBody,
    status: 201,
    answer: disputeDetail,
    errors: ['unknown_reference', 'forbidden', 'already_exists', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  saveDisputeBrief: route({
    id: 'saveDisputeBrief',
    method: 'PUT',
    path: '/api/v1/disputes/:id/brief',
    tag,
    summary: { en: 'Keep the draft of one’s own brief', fr: 'Garder le brouillon de sa propre note' },
    description: {
      en: 'For the step that runs; only one’s own side reads it.',
      fr: 'Pour l’échelon en cours ; seule sa propre partie le lit.',
    },
    access: manageOrOwn,
    params: byId,
    body: briefBody.meta({
      example: { facts: 'We registered this customer on 3 March.', position: '', asks: '', proposal: '', accepts: '' },
    }),
    status: 200,
    answer: disputeDetail,
    errors: ['not_found', 'dispute_step_refused'],
    idempotency: 'none',
  }),
  submitDisputeBrief: route({
    id: 'submitDisputeBrief',
    method: 'POST',
    path: '/api/v1/disputes/:id/brief',
    tag,
    summary: { en: 'Hand in one’s brief', fr: 'Remettre sa note' },
    description: {
      en: 'Once at each step; frozen by its hash from then on.',
      fr: 'Une fois par échelon ; figée dès lors par son empreinte.',
    },
    access: manageOrOwn,
    params: byId,
    body: submitBriefBody,
    status: 200,
    answer: disputeDetail,
    errors: ['not_found', 'dispute_step_refused', 'unknown_reference', 'invalid_request', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  decideDispute: route({
    id: 'decideDispute',
    method: 'POST',
    path: '/api/v1/disputes/:id/decisions',
    tag,
    summary: { en: 'Propose a decision, or decide', fr: 'Proposer une décision, ou trancher' },
    description: {
      en: 'A proposal replaces the one before, and stands once the other side accepts it by its number. What falls due by it becomes obligations.',
      fr: 'Une proposition remplace la précédente et vaut une fois que l’autre partie l’accepte par son numéro. Ce qui en échoit devient des obligations.',
    },
    access: manageOrOwn,
    params: byId,
    body: decisionBody,
    status: 200,
    answer: disputeDetail,
    errors: ['not_found', 'dispute_step_refused', 'unknown_reference', 'invalid_request', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  actInDispute: route({
    id: 'actInDispute',
    method: 'POST',
    path: '/api/v1/disputes/:id/acts',
    tag,
    summary: {
      en: 'Write, pause, extend, step up, accept, withdraw',
      fr: 'Écrire, suspendre, prolonger, monter d’un échelon, accepter, retirer',
    },
    description: {
      en: 'A pause for a reason that is nobody’s own, and more days, are asked for: the other side agrees or declines. `acts` of the dispute says what is possible now.',
      fr: 'Une suspension dont le motif n’est propre à personne, et une prolongation, se demandent : l’autre partie accepte ou décline. `acts` du différend dit ce qui est possible maintenant.',
    },
    access: manageOrOwn,
    params: byId,
    body: disputeActBody,
    status: 200,
    answer: disputeDetail,
    errors: ['not_found', 'dispute_step_refused', 'unknown_reference', 'invalid_request', 'idempotency_conflict'],
    idempotency: 'key',
  }),
} as const;
