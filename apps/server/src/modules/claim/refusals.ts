import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import type { ClaimVerdict } from '@cordee/core/claim';
import { Refusal } from '../../platform/refusal.ts';

/** `conflict`: the claim stands so that this step cannot follow. */
export function impossibleNow(verdict: Exclude<ClaimVerdict, 'allowed'>): Refusal {
  return new Refusal('conflict', [{ path: 'id', rule: verdict, message: stands[verdict] }]);
}

const stands: Readonly<Record<Exclude<ClaimVerdict, 'allowed'>, Bilingual>> = {
  decided: { en: 'This claim is already decided.', fr: 'Cette réclamation est déjà tranchée.' },
  not_asked: { en: 'Nothing was asked.', fr: 'Aucune question n’est posée.' },
  too_late: {
    en: 'The days to answer are over, and silence accepts: this claim can only be accepted.',
    fr: 'Le délai de réponse est écoulé et le silence vaut acceptation : cette réclamation ne peut plus qu’être acceptée.',
  },
  not_due: { en: 'The days to answer are not over.', fr: 'Le délai de réponse n’est pas écoulé.' },
  nothing_to_settle: {
    en: 'Nothing of this claim is left to be put right.',
    fr: 'Il ne reste rien à régler dans cette réclamation.',
  },
};

/** `claim_unsettled`: what keeps the claim from being put right in this way. */
export function unsettled(path: string, rule: string, message: Bilingual): Refusal {
  return new Refusal('claim_unsettled', [{ path, rule, message }]);
}

export const fault = (path: string, rule: string, en: string, fr: string): FieldFault => ({ path, rule, message: { en, fr } });

export const unknownEnrollment = fault('enrollmentId', 'known', 'There is no such enrollment.', 'Cette adhésion n’existe pas.');

export const unknownTarget = (path: string): FieldFault =>
  fault(
    path,
    'known',
    'There is no such thing of this partner, or not in this enrollment.',
    'Ce partenaire n’a rien de tel, ou pas dans cette adhésion.',
  );

export const notRefused = fault(
  'contributionId',
  'refused',
  'This contribution was not refused: there is nothing to contest.',
  'Cette contribution n’a pas été refusée : il n’y a rien à contester.',
);

export const isRecorded = (id: string): FieldFault =>
  fault(
    'expected.eventId',
    'missing',
    `It is recorded for this partner, as ${id}: contest that fact if something of it is wrong.`,
    `C’est enregistré pour ce partenaire, sous ${id} : contestez ce fait si quelque chose y est faux.`,
  );

export function inFuture(path: string, now: number): Refusal {
  const message = { en: 'This lies in the future.', fr: 'Cela se situe dans le futur.' };
  return new Refusal('clock_in_future', [{ path, rule: 'not_in_future', message, example: new Date(now).toISOString() }]);
}

export function alreadyOpen(path: string, id: string): Refusal {
  return new Refusal('already_exists', [
    fault(path, 'unique', `A claim about this is open: ${id}.`, `Une réclamation à ce sujet est en cours : ${id}.`),
  ]);
}
