import type { Bilingual } from '@cordee/contract/language';
import type { DebtPlanState, DebtTermsBody } from '@cordee/contract/debt-values';
import type { DebtTermsFault, DebtTermsFound } from '@cordee/core/debt';
import { Refusal } from '../../platform/refusal.ts';

const states: Readonly<Record<DebtPlanState, Bilingual>> = {
  proposed: { en: 'This plan is not agreed on yet.', fr: 'Cet échéancier n’est pas encore accepté.' },
  running: { en: 'This plan runs already.', fr: 'Cet échéancier est déjà en cours.' },
  settled: { en: 'All of this debt is paid back.', fr: 'Cette dette est entièrement remboursée.' },
  broken: { en: 'This plan was broken.', fr: 'Cet échéancier a été rompu.' },
  ended: { en: 'This plan was ended.', fr: 'Il a été mis fin à cet échéancier.' },
  declined: { en: 'This plan was declined.', fr: 'Cet échéancier a été refusé.' },
  withdrawn: { en: 'This plan was withdrawn.', fr: 'Cet échéancier a été retiré.' },
  replaced: { en: 'Another plan took its place.', fr: 'Un autre échéancier l’a remplacé.' },
};

/** `conflict`: the plan stands somewhere else. */
export function planStands(state: DebtPlanState): Refusal {
  return new Refusal('conflict', [{ path: 'id', rule: 'state', message: states[state] }]);
}

/** `conflict`: it is for the other side to answer, or for one's own to withdraw. */
export function otherSides(isOwn: boolean): Refusal {
  const message = isOwn
    ? { en: 'The other side answers what you proposed.', fr: 'C’est à l’autre partie de répondre à votre proposition.' }
    : { en: 'The other side proposed this: decline it.', fr: 'C’est l’autre partie qui l’a proposé : refusez-le.' };
  return new Refusal('conflict', [{ path: 'id', rule: 'side', message }]);
}

/** `conflict`: only one waiver waits at a time, and only one that waits is decided about. */
export function waiverWaits(isWaiting: boolean): Refusal {
  const message = isWaiting
    ? { en: 'A waiver of this plan waits already.', fr: 'Une remise sur cet échéancier attend déjà.' }
    : { en: 'No waiver of this plan waits.', fr: 'Aucune remise n’attend sur cet échéancier.' };
  return new Refusal('conflict', [{ path: 'id', rule: 'waiver', message }]);
}

const faults: Readonly<Record<DebtTermsFault | 'more_than_debt', readonly [path: string, message: Bilingual]>> = {
  none: ['terms.instalments', { en: 'Give at least one instalment.', fr: 'Indiquez au moins une échéance.' }],
  not_positive: ['amount', { en: 'Amounts are above zero.', fr: 'Les montants sont positifs.' }],
  out_of_order: [
    'terms.instalments',
    {
      en: 'Instalments stand in the order of their days, one a day.',
      fr: 'Les échéances se suivent dans l’ordre, une par jour.',
    },
  ],
  past: [
    'terms',
    { en: 'An instalment lies in the past: propose later days.', fr: 'Une échéance est passée : proposez des jours à venir.' },
  ],
  too_far: ['terms', { en: 'Ten years ahead at most.', fr: 'Dix ans au plus.' }],
  sum: [
    'terms.instalments',
    { en: 'The instalments do not add up to the amount.', fr: 'La somme des échéances ne fait pas le montant.' },
  ],
  more_than_debt: ['amount', { en: 'This is more than is owed.', fr: 'C’est plus que ce qui est dû.' }],
};

/** `debt_terms_wrong`, with the field that is: of dated instalments the one that is meant, of a share its last day. */
export function termsWrong({ fault, index }: DebtTermsFound, kind: DebtTermsBody['kind']): Refusal {
  const [path, message] = faults[fault];
  return wrong(index === null ? path : pathOf(fault, index, kind), fault, message);
}

/** `debt_terms_wrong`: more would be paid back than is owed. */
export function moreThanDebt(): Refusal {
  const [path, message] = faults.more_than_debt;
  return wrong(path, 'more_than_debt', message);
}

function pathOf(fault: DebtTermsFault, index: number, kind: DebtTermsBody['kind']): string {
  if (kind === 'share') return 'terms.until';
  return `terms.instalments[${index}].${fault === 'not_positive' ? 'amount' : 'dueOn'}`;
}

const wrong = (path: string, rule: string, message: Bilingual) => new Refusal('debt_terms_wrong', [{ path, rule, message }]);

export function paidLater(): Refusal {
  const message = {
    en: 'This day is still to come: tell of it once it was paid.',
    fr: 'Ce jour est à venir : saisissez-le une fois le paiement fait.',
  };
  return new Refusal('conflict', [{ path: 'paidOn', rule: 'past', message }]);
}
