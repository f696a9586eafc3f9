import { paymentReadings, spanUnits } from '@cordee/core/deadline';
import { sides } from '@cordee/core/partnership';
import { owners, paces, proofKinds } from '@cordee/core/obligation';
import { z } from 'zod';
import { oneLine } from './values.ts';

/** What a clause promises, as data; the input of compiled obligations. */

export const civilDay = z.iso
  .date()
  .refine((day) => day >= '1950-01-01' && day <= '2199-12-31', {
    message: 'a day from 1950 to 2199',
    params: { rule: 'civil_day' },
  })
  .meta({ example: '2026-11-30' });

export const inBothLanguages = z.strictObject({ fr: oneLine(200), en: oneLine(200) });

const span = z.strictObject({ count: z.int().min(-3650).max(3650), unit: z.enum(spanUnits) });
export const cadence = z
  .strictObject({ every: z.int().min(1).max(60), pace: z.enum(paces) })
  .meta({ description: 'Every so many weeks, months, quarters, half years or years', example: { every: 1, pace: 'quarter' } });
const months = z.int().min(0).max(1200);

const common = {
  key: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,79}$/, 'small letters, digits, _ . -')
    .meta({ description: 'Tells terms of one kind apart; keeps duties recognizable when terms change', example: 'vigilance' }),
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

export const dutyTerms = z.discriminatedUnion('kind', [
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
    cadence: cadence.nullable(),
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
    cadence: cadence.nullable(),
  }),
  z.strictObject({ kind: z.literal('training'), ...common, by: side, within: span, cadence: cadence.nullable() }),
  z.strictObject({ kind: z.enum(['confidentiality', 'non_compete']), ...common, by: owner, months }),
  z.strictObject({ kind: z.literal('run_off'), ...common, by: side, months, cadence }),
  z.strictObject({ kind: z.literal('exit'), ...common, title: inBothLanguages, by: owner, within: span }),
  z.strictObject({
    kind: z.literal('escalation'),
    ...common,
    steps: z
      .array(z.strictObject({ name: inBothLanguages, businessDays: z.int().min(1).max(250) }))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    kind: z.literal('mediation'),
    ...common,
    appointedBy: oneLine(200).nullable(),
    days: z.int().min(1).max(365).nullable(),
    costs: z.enum(['shared', 'company', 'partner']).nullable(),
    endsWhen: oneLine(300).nullable(),
  }),
  z.strictObject({
    kind: z.literal('other'),
    ...common,
    title: inBothLanguages,
    by: owner,
    dueOn: civilDay,
    cadence: cadence.nullable(),
    proof: z.enum(proofKinds),
  }),
]);

export const charterDates = z
  .strictObject({
    signedOn: civilDay.nullable(),
    startsOn: civilDay,
    noticedOn: civilDay.nullable(),
    endsOn: civilDay.nullable(),
  })
  .meta({ example: { signedOn: '2026-11-30', startsOn: '2026-12-01', noticedOn: null, endsOn: null } });
