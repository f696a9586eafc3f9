import type { FieldFault } from '@cordee/contract/errors';
import type { Bilingual } from '@cordee/contract/language';
import type { Conflict, ContributionState } from '@cordee/core/contribution';
import { encodeId } from '@cordee/core/ids';
import { Refusal } from '../../platform/refusal.ts';
import { conflictTexts } from './contribution-answer.ts';

/** `conflict`: the contribution stands so that nothing more can be decided about it. */
export function isOver(state: ContributionState): Refusal {
  return new Refusal('conflict', [{ path: 'id', rule: 'open', message: stands[state] }]);
}

const stands: Readonly<Record<ContributionState, Bilingual>> = {
  waiting: { en: 'This contribution still waits for a decision.', fr: 'Cette contribution attend encore une décision.' },
  confirmed: { en: 'This contribution is already confirmed.', fr: 'Cette contribution est déjà confirmée.' },
  refused: { en: 'This contribution is already refused.', fr: 'Cette contribution est déjà refusée.' },
  withdrawn: { en: 'This contribution was withdrawn.', fr: 'Cette contribution a été retirée.' },
  expired: {
    en: 'The validity of this contribution is over: declare it again with a later date.',
    fr: 'La validité de cette contribution est terminée : déclarez-la à nouveau avec une date plus tardive.',
  },
};

/** `contribution_conflict`: what keeps it from being confirmed. */
export function conflicting(conflicts: readonly Conflict[]): Refusal {
  return new Refusal(
    'contribution_conflict',
    conflicts.map(({ code, otherId }) => ({
      path: 'id',
      rule: code,
      message: otherId === null ? conflictTexts[code] : citing(conflictTexts[code], encodeId('ctb', otherId)),
    })),
  );
}

function citing({ en, fr }: Bilingual, id: string): Bilingual {
  return { en: `${en} See ${id}.`, fr: `${fr} Voir ${id}.` };
}

export const unknownEnrollment = (path: string): FieldFault => ({
  path,
  rule: 'known',
  message: { en: 'There is no such enrollment.', fr: "Cette adhésion n'existe pas." },
});

export const inactiveEnrollment = (path: string): FieldFault => ({
  path,
  rule: 'active',
  message: {
    en: 'This enrollment must be active now, and have been on that date.',
    fr: 'Cette adhésion doit être active maintenant, et l’avoir été à cette date.',
  },
});

export const saleIsCounted: FieldFault = {
  path: 'saleEventId',
  rule: 'not_recorded',
  message: {
    en: 'This sale is already recorded, and what was counted is not counted again: agree on the customer, for what comes.',
    fr: 'Cette vente est déjà enregistrée, et ce qui a été compté ne l’est pas à nouveau : convenez du client, pour la suite.',
  },
};

export function alreadyDeclared(): Refusal {
  return new Refusal('already_exists', [
    {
      path: 'customer',
      rule: 'unique',
      message: {
        en: 'This partner has already registered this customer, and it is open.',
        fr: 'Ce partenaire a déjà enregistré ce client, et c’est en cours.',
      },
    },
  ]);
}
