import { sides, type Side } from '../partnership/index.ts';
import type { Dispute } from './dispute.ts';
import type { LadderMediation, LadderStep, LadderText } from './ladder.ts';

/** What there is to show that the way before a court was gone. */
export interface ProofCase {
  readonly dispute: Dispute;
  readonly ladder: readonly LadderStep[];
  /** The version whose clauses are cited; null: none was in force. */
  readonly charterVersion: number | null;
  readonly mediation: LadderMediation | null;
  /** Legal form, registration and seat of each party, as it wrote them. */
  readonly details: Readonly<Record<Side, string>>;
  /** Which side was told in writing of which step. */
  readonly told: readonly { readonly step: number; readonly side: Side }[];
  readonly isMediatorNamed: boolean;
}

/** What lacks, in the order in which a judge asks for it. */
export type ProofGap = keyof typeof proofGapWords;

/** What each gap means, and what to do about it. */
export const proofGapWords = {
  no_charter: {
    en: 'No charter was in force: no clause obliges either side to go this way first. The file shows that it was gone all the same.',
    fr: 'Aucune charte n’était en vigueur : aucune clause n’oblige à suivre d’abord cette voie. Le dossier montre qu’elle l’a été malgré tout.',
  },
  no_clause: {
    en: 'There is no mediation clause. Agree on one in writing before you go to court, or say why there is none.',
    fr: 'Il n’y a pas de clause de médiation. Convenez-en par écrit avant de saisir le juge, ou dites pourquoi il n’y en a pas.',
  },
  party_company: {
    en: 'The company is named without legal form, registration and seat.',
    fr: 'L’entreprise est désignée sans forme, immatriculation ni siège.',
  },
  party_partner: {
    en: 'The partner is named without legal form, registration and seat.',
    fr: 'Le partenaire est désigné sans forme, immatriculation ni siège.',
  },
  appointment: {
    en: 'The clause does not say who appoints the mediator.',
    fr: 'La clause ne dit pas qui désigne le médiateur.',
  },
  appoint_days: {
    en: 'The clause does not say within how many days the mediator is appointed.',
    fr: 'La clause ne dit pas dans quel délai le médiateur est désigné.',
  },
  time_limit: {
    en: 'The clause does not say how long the mediation lasts at most.',
    fr: 'La clause ne dit pas combien de temps la médiation dure au plus.',
  },
  costs: { en: 'The clause does not say who pays for it.', fr: 'La clause ne dit pas qui en paie le coût.' },
  end: { en: 'The clause does not say when the mediation is over.', fr: 'La clause ne dit pas quand la médiation prend fin.' },
  written_attempt: {
    en: 'At one step or more no side handed in a brief: there is no written attempt to settle there.',
    fr: 'À un échelon au moins, aucune partie n’a remis de note : il n’y a pas là de tentative écrite de règlement.',
  },
  notice: {
    en: 'At one step or more it is not shown that both sides were told in writing.',
    fr: 'À un échelon au moins, il n’est pas établi que les deux parties ont été informées par écrit.',
  },
  steps_left: {
    en: 'The ladder has not been climbed to its end.',
    fr: 'Tous les échelons n’ont pas été parcourus.',
  },
  mediation_not_begun: { en: 'The mediation has not begun.', fr: 'La médiation n’a pas commencé.' },
  mediator_not_named: {
    en: 'No mediator is on record.',
    fr: 'Aucun médiateur n’est enregistré.',
  },
} as const satisfies Record<string, LadderText>;

/** What the file lacks to show that a clause asking for mediation first was followed; nothing when it is whole. Not legal advice. */
export function proofGaps(given: ProofCase): ProofGap[] {
  const { dispute, ladder, charterVersion, mediation, details } = given;
  const reached = dispute.steps.map(({ step }) => step);
  const mediationAt = ladder.findIndex(({ kind }) => kind === 'mediation') + 1;
  const hasBegun = mediationAt > 0 && reached.includes(mediationAt);
  const isTold = (step: number) => sides.every((side) => given.told.some((one) => one.step === step && one.side === side));
  const talks = reached.filter((step) => step !== mediationAt);
  const tried = talks.every((step) => dispute.briefs.some((brief) => brief.step === step));
  const lacks: Readonly<Record<ProofGap, boolean>> = {
    no_charter: charterVersion === null,
    no_clause: mediation === null,
    party_company: details.company.trim() === '',
    party_partner: details.partner.trim() === '',
    appointment: mediation !== null && isEmpty(mediation.appointedBy),
    appoint_days: mediation !== null && !isPositive(mediation.appointDays),
    time_limit: mediation !== null && !isPositive(mediation.mostDays),
    costs: mediation !== null && mediation.costs === null,
    end: mediation !== null && isEmpty(mediation.over),
    written_attempt: !tried,
    notice: !reached.every(isTold),
    steps_left: dispute.state !== 'exhausted',
    mediation_not_begun: mediation !== null && !hasBegun,
    mediator_not_named: mediation !== null && hasBegun && !given.isMediatorNamed,
  };
  return (Object.keys(proofGapWords) as ProofGap[]).filter((gap) => lacks[gap]);
}

function isPositive(days: number | null): boolean {
  return days !== null && days > 0;
}

function isEmpty({ fr, en }: LadderText): boolean {
  return fr.trim() === '' || en.trim() === '';
}
