import type { Span } from '../deadline/index.ts';
import type { DutyText } from '../obligation/index.ts';
import type { LocalDate } from '../time/index.ts';

/** How long a kind of record is kept after the end, or how soon it goes, by which text. Not legal advice. */
export interface RetentionRule {
  readonly key: string;
  readonly country: string;
  readonly text: DutyText;
  readonly source: string;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  /** From what it is counted: the end of the agreement, or the close of the accounting year in which that falls. */
  readonly from: 'end' | 'year_end';
  readonly span: Span;
}

/** What French texts say of records that outlive a partnership. */
export const retentionRules: readonly RetentionRule[] = [
  {
    key: 'accounting',
    country: 'FR',
    text: {
      en: 'Accounting records and the papers behind them are kept until this day',
      fr: 'Les documents comptables et leurs pièces justificatives sont conservés jusqu’à ce jour',
    },
    source: 'Code de commerce, art. L123-22',
    validFrom: '2000-09-21',
    validTo: null,
    from: 'year_end',
    span: { count: 10, unit: 'year' },
  },
  {
    key: 'contract',
    country: 'FR',
    text: {
      en: 'The agreement and its correspondence may serve as proof until claims are barred',
      fr: 'Le contrat et sa correspondance peuvent servir de preuve jusqu’à la prescription',
    },
    source: 'Code de commerce, art. L110-4',
    validFrom: '2008-06-19',
    validTo: null,
    from: 'end',
    span: { count: 5, unit: 'year' },
  },
];

/** The rules of a country that hold on a day. */
export function retentionOf(country: string, today: LocalDate): RetentionRule[] {
  return retentionRules.filter(
    (rule) => rule.country === country && rule.validFrom <= today && (rule.validTo === null || today <= rule.validTo),
  );
}
