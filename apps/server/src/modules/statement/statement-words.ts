import type { Language } from '@cordee/contract/language';

interface StatementWords {
  readonly columns: readonly string[];
  readonly opening: string;
  readonly closing: string;
  /** Only where there is a payment plan of a debt. */
  readonly debt: {
    readonly columns: readonly [plan: string, under: string];
    readonly plan: string;
    readonly next: string;
  };
}

/** What a statement says of itself, wherever it is read. */
export const statementWords: Readonly<Record<Language, StatementWords>> = {
  en: {
    columns: [
      'statement',
      'date',
      'movement',
      'event',
      'late, of',
      'clause',
      'text of the clause',
      'currency',
      'pending',
      'payable',
      'in payout',
      'paid',
    ],
    opening: 'opening',
    closing: 'closing',
    debt: { columns: ['payment plan', 'owed under it'], plan: 'owed under the payment plan', next: 'next instalment' },
  },
  fr: {
    columns: [
      'relevé',
      'date',
      'mouvement',
      'événement',
      'tardif, de',
      'clause',
      'texte de la clause',
      'devise',
      'en attente',
      'exigible',
      'en versement',
      'versé',
    ],
    opening: 'solde initial',
    closing: 'solde final',
    debt: { columns: ['échéancier', 'dû à ce titre'], plan: 'dû au titre de l’échéancier', next: 'prochaine échéance' },
  },
};
