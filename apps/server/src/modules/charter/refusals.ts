import type { FieldFault } from '@cordee/contract/errors';
import type { CharterFault, VersionStep } from '@cordee/core/charter';
import { Refusal } from '../../platform/refusal.ts';

export const fault = (path: string, rule: string, en: string, fr: string): FieldFault => ({ path, rule, message: { en, fr } });

export const conflict = (...faults: readonly FieldFault[]): Refusal => new Refusal('conflict', [...faults]);

/** `conflict`: no version stands so that this step can be taken. */
export function impossibleNow(step: VersionStep): Refusal {
  return conflict(fault('id', `charter_${step}`, ...stands[step]));
}

const stands: Readonly<Record<VersionStep, readonly [en: string, fr: string]>> = {
  edit: [
    'There is no draft that only you see: once shared, propose changes.',
    'Aucun brouillon n’est à vous seul : une fois partagé, proposez des changements.',
  ],
  share: ['There is no draft of yours to share.', 'Vous n’avez aucun brouillon à partager.'],
  propose: [
    'No draft is shared: there is nothing to propose changes to.',
    'Aucun brouillon n’est partagé : rien à quoi proposer.',
  ],
  approve: ['No draft is shared: there is nothing to approve.', 'Aucun brouillon n’est partagé : rien à approuver.'],
  announce: ['There is no draft to announce.', 'Il n’y a aucun brouillon à annoncer.'],
  object: ['No replacement is announced that is still to come.', 'Aucun remplacement à venir n’est annoncé.'],
  sign: [
    'No version is approved by both: there is nothing to sign.',
    'Aucune version n’est approuvée par les deux : rien à signer.',
  ],
  drop: ['There is no draft to give up.', 'Il n’y a aucun brouillon à abandonner.'],
};

/** `conflict`: somebody has written since, or something else was read. */
export function hasChanged(path: 'revision' | 'hash'): Refusal {
  return conflict(
    fault(path, 'as_read', 'It has changed since it was read: read it again.', 'Il a changé depuis la lecture : relisez-le.'),
  );
}

/** `conflict`: what is wrong with the document keeps it from being approved. */
export function notApprovable(faults: readonly CharterFault[]): Refusal {
  return conflict(...faults.map(({ code, path, message }) => ({ path: `document.${path}`, rule: `charter_${code}`, message })));
}

export const openProposals = fault(
  'id',
  'charter_open_proposals',
  'Proposals are open: accept, refuse or withdraw them first.',
  'Des propositions sont ouvertes : acceptez-les, refusez-les ou retirez-les d’abord.',
);

export const annexDiffers = fault(
  'document.annex',
  'charter_annex_runs',
  'The remuneration annexed is not the version of the plan that will run on the first day: take in that one.',
  'La rémunération annexée n’est pas la version du barème qui s’appliquera le premier jour : intégrez celle-là.',
);

export const unknownAnnex = fault(
  'change.after.planVersionId',
  'known',
  'This is no published version of a plan of this partner’s program.',
  'Ce n’est pas une version publiée d’un barème du programme de ce partenaire.',
);
