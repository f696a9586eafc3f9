import { paymentReadings, spanUnits } from '@cordee/core/deadline';
import { sides } from '@cordee/core/partnership';
import { type DutyTerms, owners, paces, proofKinds } from '@cordee/core/obligation';
import { z } from 'zod';
import { localDate } from './charter-values.ts';

/** What a clause promises, in data (`core/obligation`). */

const key = z.string().regex(/^[a-z0-9_]{1,64}$/, 'lower-case letters, digits and `_`');
const words = z
  .string()
  .max(300)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'one line');
const title = z.strictObject({ fr: words.min(1), en: words.min(1) });
const months = z.int().min(0).max(1200);
const days = z.int().min(0).max(3650);
const owner = z.enum(owners);
const side = z.enum(sides);
const cadence = z.strictObject({ every: z.int().min(1).max(1200), pace: z.enum(paces) });
const again = cadence.nullable();
const span = z.strictObject({ count: z.int().min(-3650).max(3650), unit: z.enum(spanUnits) });
const common = { key, title: title.optional(), remindDays: z.array(days).max(10).optional() };

export const dutyTerms = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...common,
      kind: z.literal('duration'),
      months: months.nullable(),
      renewal: z.enum(['none', 'tacit', 'agreed']),
      renewalMonths: months.optional(),
      refusal: span.optional(),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('notice'),
      steps: z
        .array(z.strictObject({ fromYear: z.int().min(1).max(100), months }))
        .min(1)
        .max(20),
      endsAtMonthEnd: z.boolean(),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('payment'),
      by: side,
      cadence: again,
      days,
      reading: z.enum(paymentReadings),
    }),
    z.strictObject({ ...common, kind: z.enum(['meeting', 'review']), by: owner, cadence }),
    z.strictObject({ ...common, kind: z.literal('document'), by: side, title, fromSignature: span.optional(), cadence: again }),
    z.strictObject({ ...common, kind: z.literal('training'), by: side, within: span, cadence: again }),
    z.strictObject({ ...common, kind: z.enum(['confidentiality', 'non_compete']), by: owner, months }),
    z.strictObject({ ...common, kind: z.literal('run_off'), by: side, months, cadence }),
    z.strictObject({ ...common, kind: z.literal('exit'), by: owner, title, within: span }),
    z.strictObject({
      ...common,
      kind: z.literal('escalation'),
      steps: z.array(z.strictObject({ name: title, businessDays: days })).max(20),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('mediation'),
      appointedBy: words.nullable(),
      days: days.nullable(),
      costs: z.enum(['shared', 'company', 'partner']).nullable(),
      endsWhen: words.nullable(),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('other'),
      by: owner,
      title,
      dueOn: localDate,
      cadence: again,
      proof: z.enum(proofKinds),
    }),
  ])
  .meta({ description: 'What falls due by a clause, by kind' });

/** Every kind the core knows can be told here, and nothing else. */
export type ToldTerms = z.output<typeof dutyTerms> extends DutyTerms ? z.output<typeof dutyTerms> : never;
