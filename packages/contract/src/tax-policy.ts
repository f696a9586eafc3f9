import { vatPolicies } from '@cordee/core/tax';
import { z } from 'zod';

/** Whom payouts leave out. */
export const taxHolds = ['nobody', 'reviews', 'all'] as const;
export const taxPolicy = z.strictObject({
  uncheckedVat: z.enum(vatPolicies).meta({ description: 'What a VAT number nobody could check does to a document' }),
  checksVat: z.boolean().meta({ description: 'Ask VIES, and again each month' }),
  freshDays: z.int().min(1).max(365).nullable().default(null).meta({
    description:
      'Before a document is made out, VIES is asked again when its last answer is older than so many days; null: it is not. Where nobody can say, `uncheckedVat` and the last answer decide, as everywhere',
    example: 7,
  }),
  payoutsHold: z.enum(taxHolds).meta({
    description: 'Payouts leave out nobody, partners whose rule holds payment (`reviews`), or all whose document is not settled',
  }),
});
export type TaxPolicy = z.output<typeof taxPolicy>;
