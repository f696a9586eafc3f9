import { z } from 'zod';
import { amount, countryCode, currency, externalId, idOf, instant, oneLine } from './values.ts';

/** What a partner, or the company, declares. */

export const contributionKinds = ['deal', 'introduction', 'lead', 'contribution', 'agreement'] as const;
export const contributionStates = ['waiting', 'confirmed', 'refused', 'withdrawn', 'expired'] as const;
export const contributionNatures = ['content', 'meeting', 'support', 'training', 'integration', 'event', 'other'] as const;
export const contributionUnits = ['hours', 'days', 'pages', 'people', 'pieces'] as const;

export const text = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^[^\0\p{Cs}]*$/u, 'no NUL, no half characters');
const name = oneLine(300);

/** A partner rarely knows the company's own id of a customer: a name or an address will do until the company confirms. */
const customer = z
  .strictObject({
    externalId: externalId.optional().meta({ description: 'The company’s own id', example: 'customer-7' }),
    name: name.optional().meta({ example: 'Refuge du Lac' }),
    email: z.email().max(320).optional(),
    country: countryCode.optional(),
  })
  .refine(({ externalId: own, name: called, email }) => (own ?? called ?? email) !== undefined, {
    message: 'name the customer',
    params: { rule: 'customer_named' },
  })
  .meta({ example: { name: 'Refuge du Lac', email: 'achats@refuge.example' } });

const web = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .meta({ description: 'Where it can be checked', example: 'https://example.com/minutes.pdf' });

const common = {
  customer,
  occurredAt: instant.optional().meta({ description: 'Since when it stands; now when left out, never later' }),
  validUntil: instant.optional().meta({
    description: 'It counts for what happens before; when left out, as long as the plan says',
    example: '2027-05-31T22:00:00Z',
  }),
  description: text.optional().meta({ description: 'For the other side' }),
  evidenceUrl: web.optional(),
};

const product = oneLine(200);
const ofOne = { ...common, enrollmentId: idOf('enr') };

const deal = z.strictObject({
  kind: z.literal('deal'),
  ...ofOne,
  products: z
    .array(product)
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Products or categories it is about, as sales name them; all when left out', example: ['boots'] }),
  expectedAmount: amount.optional().meta({ description: 'In minor units, with its currency' }),
  currency: currency.optional(),
});

const introduction = z.strictObject({
  kind: z.literal('introduction'),
  ...ofOne,
  introducedTo: name
    .optional()
    .meta({ description: 'Who of the company was introduced to the customer', example: 'Claire Martin' }),
});

/** Whose data a partner hands over must have agreed to it: without that nothing is taken. */
const consent = z
  .strictObject({
    given: z.literal(true).meta({ description: 'The person agreed that the company may contact them' }),
    at: instant.optional().meta({ description: 'When; the date of the lead when left out' }),
    how: text.max(500).optional().meta({ description: 'How they agreed', example: 'Signed form at the Grenoble fair' }),
  })
  .meta({ example: { given: true, how: 'Signed form at the Grenoble fair' } });

const lead = z.strictObject({
  kind: z.literal('lead'),
  ...ofOne,
  name: oneLine(100).optional().meta({
    description: 'What the lead is for, as `name` of a tracked lead: one of each name is paid for a customer',
    example: 'demo',
  }),
  consent,
});

const contribution = z.strictObject({
  kind: z.literal('contribution'),
  ...ofOne,
  nature: z.enum(contributionNatures),
  quantity: z.int().min(1).max(1_000_000).optional(),
  unit: z.enum(contributionUnits).optional(),
});

const part = z.strictObject({
  enrollmentId: idOf('enr'),
  share: z
    .string()
    .max(40)
    .regex(/^(?:\d{1,3}(?:\.\d{1,6})?%|\d{1,9}\/\d{1,9})$/, 'a percentage or a fraction')
    .meta({ description: 'A percentage or a fraction; together they make the whole', example: '50%' }),
});

const agreement = z.strictObject({
  kind: z.literal('agreement'),
  ...common,
  shares: z
    .array(part)
    .min(2)
    .max(20)
    .meta({
      example: [
        { enrollmentId: 'enr_01h45nvb5pextapf6f6a01aqw8', share: '60%' },
        { enrollmentId: 'enr_01h45nvb5pextapf6f6a01aqw9', share: '40%' },
      ],
    }),
  saleEventId: externalId.optional().meta({ description: 'The one sale it is about, before it is recorded; all when left out' }),
});

export const declareBody = z
  .discriminatedUnion('kind', [deal, introduction, lead, contribution, agreement])
  .refine((input) => input.kind !== 'deal' || (input.expectedAmount === undefined) === (input.currency === undefined), {
    message: 'an amount and its currency go together',
    path: ['currency'],
    params: { rule: 'amount_and_currency' },
  })
  .refine((input) => input.kind !== 'contribution' || (input.quantity === undefined) === (input.unit === undefined), {
    message: 'a quantity and its unit go together',
    path: ['unit'],
    params: { rule: 'quantity_and_unit' },
  })
  .meta({
    example: {
      kind: 'deal',
      enrollmentId: 'enr_01h45nvb5pextapf6f6a01aqw7',
      customer: { name: 'Refuge du Lac', email: 'achats@refuge.example' },
      products: ['boots'],
      expectedAmount: 480000,
      currency: 'EUR',
    },
  });
export type DeclareContribution = z.output<typeof declareBody>;
