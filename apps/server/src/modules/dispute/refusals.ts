import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import type { DisputeRefusal } from '@cordee/core/escalation';
import { Refusal } from '../../platform/refusal.ts';

const stands: Readonly<Record<DisputeRefusal, Bilingual>> = {
  over: { en: 'This dispute is over.', fr: 'Ce différend est terminé.' },
  paused: { en: 'The clock stands still: resume first.', fr: 'Le délai est suspendu : reprenez d’abord.' },
  not_paused: { en: 'The clock runs already.', fr: 'Le délai court déjà.' },
  brief_submitted: {
    en: 'Your brief of this step is handed in, and stays as it is.',
    fr: 'Votre note de cet échelon est remise et reste telle quelle.',
  },
  no_brief: {
    en: 'Hand in your brief before you step up: those above decide by it.',
    fr: 'Remettez votre note avant de monter d’un échelon : c’est d’après elle que l’on décide au-dessus.',
  },
  last_step: { en: 'There is no step above this one.', fr: 'Il n’y a pas d’échelon au-dessus de celui-ci.' },
  nothing_asked: { en: 'Nothing is asked.', fr: 'Rien n’est demandé.' },
  own_request: { en: 'The other side answers what you asked.', fr: 'C’est à l’autre partie de répondre à votre demande.' },
  asked_already: {
    en: 'Something is asked already: it is to be answered or taken back first.',
    fr: 'Une demande attend déjà : répondez-y ou retirez-la d’abord.',
  },
  nothing_proposed: { en: 'Nothing is proposed.', fr: 'Rien n’est proposé.' },
  own_proposal: { en: 'The other side accepts what you proposed.', fr: 'C’est à l’autre partie d’accepter votre proposition.' },
  other_proposal: {
    en: 'Another decision is proposed by now: read it first.',
    fr: 'Une autre décision est proposée entre-temps : lisez-la d’abord.',
  },
  not_decider: {
    en: 'Nobody of your side was named to decide alone at this step: propose, and the other side accepts.',
    fr: 'Personne de votre côté n’a été désigné pour trancher seul à cet échelon : proposez, et l’autre partie accepte.',
  },
  no_mediation: { en: 'No mediation is going on.', fr: 'Aucune médiation n’est en cours.' },
  not_opener: { en: 'Only the side that opened it takes it back.', fr: 'Seule la partie qui l’a ouvert peut le retirer.' },
  paused_enough: {
    en: 'The pauses of this step have lasted as long as they may.',
    fr: 'Les suspensions de cet échelon ont atteint leur durée maximale.',
  },
};

/** `dispute_step_refused`, with why. */
export function stepRefused(rule: DisputeRefusal, path = 'act'): Refusal {
  return new Refusal('dispute_step_refused', [{ path, rule, message: stands[rule] }]);
}

/** `dispute_step_refused`: what falls due by the decision would be late from the first day. */
export function consequencePast(on: string): Refusal {
  const message = {
    en: `It lays down something for ${on}, which is past: propose it again with another day.`,
    fr: `Elle prévoit une échéance le ${on}, déjà passée : proposez-la de nouveau avec un autre jour.`,
  };
  return new Refusal('dispute_step_refused', [{ path: 'number', rule: 'consequence_past', message }]);
}

export const fault = (path: string, rule: string, en: string, fr: string): FieldFault => ({ path, rule, message: { en, fr } });

export const unknownSubject = fault(
  'subjectId',
  'known',
  'There is no such thing of this partner.',
  'Ce partenaire n’a rien de tel.',
);
export const subjectNeeded = fault(
  'subjectId',
  'required',
  'Say what it is about: its id, or the subject `other`.',
  'Indiquez ce dont il s’agit : son identifiant, ou l’objet `other`.',
);
export const unknownClause = fault(
  'clause',
  'known',
  'The charter in force has no such clause.',
  'La charte en vigueur n’a pas cette clause.',
);
export const unknownClaim = (index: number): FieldFault =>
  fault(
    `consequences[${index}].claimId`,
    'known',
    'There is no such claim of this partner.',
    'Ce partenaire n’a pas cette réclamation.',
  );
export const pastDay = (path: string): FieldFault =>
  fault(
    path,
    'future',
    'This day is past: give today or a later one.',
    'Ce jour est passé : donnez aujourd’hui ou un jour à venir.',
  );
export const futureDay = (path: string): FieldFault =>
  fault(path, 'not_in_future', 'This day is still to come.', 'Ce jour est à venir.');
export const partNeeded = (path: string): FieldFault =>
  fault(path, 'required', 'Say this too: who decides needs it.', 'Indiquez-le aussi : qui décide en a besoin.');
export const unknownRegion = fault(
  'set.region',
  'known',
  'The calendar of this country has no such region.',
  'Le calendrier de ce pays n’a pas cette région.',
);

export function alreadyOpen(id: string): Refusal {
  const message = { en: `A dispute about this is open: ${id}.`, fr: `Un différend à ce sujet est ouvert : ${id}.` };
  return new Refusal('already_exists', [{ path: 'subjectId', rule: 'unique', message }]);
}
