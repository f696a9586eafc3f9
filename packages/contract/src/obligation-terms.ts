import { paymentReadings, spanUnits } from '@cordee/core/deadline';
import { sides } from '@cordee/core/partnership';
import { owners, paces, proofKinds } from '@cordee/core/obligation';
import { z } from 'zod';
import { charterKey, prose } from './charter-values.ts';
import { oneLine } from './values.ts';

/**
 * What a clause promises, as data (`core/obligation`): the same terms and limits in the document of a charter and where terms are
 * compiled by themselves. Why these limits: ADR 0034.
 */

export const civilDay = z.iso
  .date()
  .refine((day) => day >= '1950-01-01' && day <= '2199-12-31', {
    message: 'a day from 1950 to 2199',
    params: { rule: 'civil_day' },
  })
  .meta({ example: '2026-11-30' });

export const inBothLanguages = z.strictObject({ fr: oneLine(300), en: oneLine(300) });

const span = z.strictObject({ count: z.int().min(-3650).max(3650), unit: z.enum(spanUnits) });
export const cadence = z
  .strictObject({ every: z.int().min(1).max(120), pace: z.enum(paces) })
  .meta({ description: 'Every so many weeks, months, quarters, half years or years', example: { every: 1, pace: 'quarter' } });
const again = cadence.nullable();
const months = z.int().min(0).max(1200);
const businessDays = z.int().min(1).max(250);
const paragraph = prose(1000).min(1);

const common = {
  // A charter joins keys of clauses and terms by `.` and `-`: neither can be in one.
  key: charterKey.meta({
    description: 'Tells terms of one kind apart; keeps duties recognizable when terms change',
    example: 'vigilance',
  }),
  title: inBothLanguages.optional(),
  remindDays: z
    .array(z.int().min(0).max(365))
    .max(10)
    .optional()
    .meta({
      description: 'Days before it is due on which its owner is reminded; 14, 3 and 0 when left out',
      example: [14, 3, 0],
    }),
};
const side = z.enum(sides);
const owner = z.enum(owners);

export const dutyTerms = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('duration'),
      ...common,
      months: months.min(1).nullable().meta({ description: 'null: for an indefinite time' }),
      renewal: z.enum(['none', 'tacit', 'agreed']),
      renewalMonths: months.min(1).optional(),
      refusal: span.optional(),
    }),
    z.strictObject({
      kind: z.literal('notice'),
      ...common,
      steps: z
        .array(z.strictObject({ fromYear: z.int().min(1).max(100), months }))
        .min(1)
        .max(20),
      endsAtMonthEnd: z.boolean(),
    }),
    z.strictObject({
      kind: z.literal('payment'),
      ...common,
      by: side,
      cadence: again,
      days: z.int().min(0).max(365),
      reading: z.enum(paymentReadings),
    }),
    z.strictObject({ kind: z.enum(['meeting', 'review']), ...common, by: owner, cadence }),
    z.strictObject({
      kind: z.literal('document'),
      ...common,
      title: inBothLanguages,
      by: side,
      fromSignature: span.optional(),
      cadence: again,
    }),
    z.strictObject({ kind: z.literal('training'), ...common, by: side, within: span, cadence: again }),
    z.strictObject({ kind: z.enum(['confidentiality', 'non_compete']), ...common, by: owner, months }),
    z.strictObject({ kind: z.literal('run_off'), ...common, by: side, months, cadence }),
    z.strictObject({ kind: z.literal('exit'), ...common, title: inBothLanguages, by: owner, within: span }),
    z.strictObject({
      kind: z.literal('escalation'),
      ...common,
      steps: z
        .array(z.strictObject({ name: inBothLanguages, businessDays }))
        .min(1)
        .max(20),
    }),
    z.strictObject({
      kind: z.literal('mediation'),
      ...common,
      appointedBy: paragraph.nullable(),
      days: z.int().min(1).max(730).nullable(),
      costs: z.enum(['shared', 'company', 'partner']).nullable(),
      endsWhen: paragraph.nullable(),
    }),
    z.strictObject({
      kind: z.literal('other'),
      ...common,
      title: inBothLanguages,
      by: owner,
      dueOn: civilDay,
      cadence: again,
      proof: z.enum(proofKinds),
    }),
  ])
  .meta({ description: 'What falls due by a clause, by kind' });

export const charterDates = z
  .strictObject({
    signedOn: civilDay.nullable(),
    startsOn: civilDay,
    noticedOn: civilDay.nullable(),
    endsOn: civilDay.nullable(),
  })
  .meta({ example: { signedOn: '2026-11-30', startsOn: '2026-12-01', noticedOn: null, endsOn: null } });
