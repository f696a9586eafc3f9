import type { PaymentReading } from '../../deadline/index.ts';
import type { DutyTerms } from '../../obligation/index.ts';

type Duties = readonly DutyTerms[];

/** What clauses of the library promise, in data. Keys never change: duties are known by them through amendments. */
export const duties = {
  meeting: (months: number): Duties => [{ kind: 'meeting', key: 'joint', by: 'both', cadence: { every: months, pace: 'month' } }],
  review: (months: number): Duties => [{ kind: 'review', key: 'charter', by: 'both', cadence: { every: months, pace: 'month' } }],
  payment: (days: number, reading: PaymentReading): Duties => [
    { kind: 'payment', key: 'invoices', by: 'company', cadence: { every: 1, pace: 'month' }, days, reading },
  ],
  training: (days: number, months: number): Duties => [
    {
      kind: 'training',
      key: 'offers',
      by: 'partner',
      within: { count: days, unit: 'day' },
      cadence: { every: months, pace: 'month' },
    },
  ],
  confidentiality: (months: number): Duties => [{ kind: 'confidentiality', key: 'after_end', by: 'both', months }],
  nonCompete: (months: number): Duties => [{ kind: 'non_compete', key: 'after_end', by: 'partner', months }],
  document: (months: number): Duties => [
    {
      kind: 'document',
      key: 'vigilance',
      by: 'partner',
      title: { en: 'Documents of vigilance', fr: 'Documents de vigilance' },
      cadence: { every: months, pace: 'month' },
    },
  ],
  duration: (months: number, days: number): Duties => [
    { kind: 'duration', key: 'term', months, renewal: 'tacit', refusal: { count: days, unit: 'day' } },
  ],
  openDuration: (): Duties => [{ kind: 'duration', key: 'term', months: null, renewal: 'none' }],
  notice: (months: number): Duties => [
    { kind: 'notice', key: 'ordinary', steps: [{ fromYear: 1, months }], endsAtMonthEnd: true },
  ],
  runOff: (months: number): Duties => [
    { kind: 'run_off', key: 'commissions', by: 'company', months, cadence: { every: 1, pace: 'month' } },
  ],
} as const;
