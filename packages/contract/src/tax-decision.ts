import { taxNeeds, vatCategories } from '@cordee/core/tax';
import { z } from 'zod';
import { taxDetailsAnswer, taxProofAnswer, vatStanding } from './tax-details.ts';
import { idText, instantText } from './values.ts';

/** Which document a partner's commissions need, and why. */

export const missingTaxData = [...taxNeeds, 'country', 'kind', 'vat_status', 'payments', 'valid_vat_number', 'mention'] as const;

const decision = {
  outcome: z.enum(['invoice', 'receipt', 'review', 'blocked']),
  rule: z.string().nullable().meta({ description: 'Key of the rule that decided; null when none did', example: 'france_liable' }),
  treatedAs: z.string().nullable().meta({ description: 'Key of the rule a review chose' }),
  vatCategory: z.enum(vatCategories).nullable(),
  vatRate: z.int().nullable().meta({ description: 'Hundredths of a percent', example: 2000 }),
  exemption: z.string().nullable(),
  mentions: z.array(z.object({ code: z.string(), fr: z.string(), en: z.string() })),
  missing: z.array(z.enum(missingTaxData)),
  warnings: z.array(z.literal('vat_check')),
  holdsPayment: z.boolean(),
  because: z.object({ fr: z.string(), en: z.string() }).nullable(),
  text: z.object({ fr: z.array(z.string()), en: z.array(z.string()) }).meta({ description: 'The decision in sentences' }),
  tableVersion: z.int().meta({ description: '0: the set that comes with the program' }),
};
export const taxDecisionAnswer = z.object(decision);
export type TaxDecisionAnswer = z.input<typeof taxDecisionAnswer>;

export const keptTaxDecision = z.object({
  id: idText('txc'),
  decidedAt: instantText,
  on: z.string().meta({ description: 'The day of the service' }),
  tableId: idText('txt'),
  detailsId: idText('txd').nullable(),
  inputs: z.record(z.string(), z.unknown()).meta({ description: 'Everything it was decided by' }),
  ...decision,
});
export type KeptTaxDecision = z.input<typeof keptTaxDecision>;

export const partnerTaxAnswer = z.object({
  partnerId: idText('prt'),
  on: z.string(),
  details: taxDetailsAnswer.nullable().meta({ description: 'In force that day' }),
  proposed: taxDetailsAnswer.nullable().meta({ description: 'What the partner proposed last, while nobody answered' }),
  vat: vatStanding,
  proofs: z.array(taxProofAnswer),
  decision: taxDecisionAnswer,
});
export type PartnerTaxAnswer = z.input<typeof partnerTaxAnswer>;
