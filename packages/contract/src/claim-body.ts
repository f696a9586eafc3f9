import { claimKinds } from '@cordee/core/claim';
import { z } from 'zod';
import { text } from './contribution-body.ts';
import { orderLine } from './events.ts';
import { fileIds } from './file.ts';
import { amount, currency, externalId, idOf, instant, oneLine } from './values.ts';

/** What a partner contests, and what the company answers. */

export const claimSubjects = ['sale', 'lead'] as const;

/** Why a claim is accepted, wholly or in part; `deadline_passed` is for silence alone. */
export const acceptanceCodes = ['tracking_lost', 'wrong_figures', 'wrongly_rejected', 'split_agreed', 'goodwill'] as const;
export const refusalCodes = [
  'not_found',
  'no_proof',
  'outside_terms',
  'other_partner',
  'already_counted',
  'refunded',
  'rule_broken',
  'other',
] as const;
export const outcomeCodes = [...acceptanceCodes, ...refusalCodes, 'deadline_passed'] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

const web = z.url({ protocol: /^https?$/ }).max(2000);
export const evidenceLinks = z
  .array(web)
  .max(10)
  .default([])
  .meta({ description: 'Where it can be checked', example: ['https://example.com/order-1042.pdf'] });

const customer = z.strictObject({
  externalId: externalId.optional().meta({ description: 'The company’s own id, where it is known', example: 'customer-7' }),
  name: oneLine(300).optional(),
  email: z.email().max(320).optional(),
});

const expected = z
  .strictObject({
    what: z.enum(claimSubjects),
    occurredAt: instant.meta({ description: 'When it happened; never later than now' }),
    eventId: externalId.optional().meta({ description: 'The order number, as the company names it', example: 'order-1042' }),
    customer: customer.optional(),
    amount: amount.optional().meta({ description: 'Net, in minor units, with its currency' }),
    currency: currency.optional(),
  })
  .meta({ description: 'What should have been recorded' });

export const openClaimBody = z
  .strictObject({
    kind: z.enum(claimKinds),
    enrollmentId: idOf('enr').meta({ description: 'The enrollment the claim is made for' }),
    factId: idOf('fct').optional().meta({ description: 'The fact that is contested' }),
    commissionId: idOf('com').optional().meta({ description: 'The commission that is contested' }),
    contributionId: idOf('ctb').optional().meta({ description: 'The contribution that was refused' }),
    expected: expected.optional(),
    text: text.meta({
      description: 'For the other side; never changed afterwards',
      example: 'She ordered with my code by telephone.',
    }),
    links: evidenceLinks,
    files: fileIds,
  })
  .check((context) => {
    for (const [path, rule] of openFaults(context.value)) {
      context.issues.push({ code: 'custom', input: context.value, path: [...path], message: rule, params: { rule } });
    }
  })
  .meta({
    example: {
      kind: 'missing',
      enrollmentId: 'enr_01h45nvb5pextapf6f6a01aqw7',
      expected: {
        what: 'sale',
        occurredAt: '2026-11-20T10:00:00Z',
        eventId: 'order-1042',
        amount: 12000,
        currency: 'EUR',
      },
      text: 'She ordered by telephone and gave my code.',
      links: [],
    },
  });
export type OpenClaim = z.output<typeof openClaimBody>;

interface Opened {
  readonly kind: (typeof claimKinds)[number];
  readonly factId?: string | undefined;
  readonly commissionId?: string | undefined;
  readonly contributionId?: string | undefined;
  readonly expected?: z.output<typeof expected> | undefined;
}

/** What contradicts itself, by path and rule. */
function openFaults({ kind, factId, commissionId, contributionId, expected: said }: Opened): [readonly string[], string][] {
  const faults: [readonly string[], string][] = [];
  const targets = [factId, commissionId, contributionId].filter((id) => id !== undefined).length;
  if (kind === 'missing' && targets > 0) faults.push([['kind'], 'claim_missing_has_no_target']);
  if (kind === 'missing' && said === undefined) faults.push([['expected'], 'claim_expected']);
  if (kind !== 'missing' && targets !== 1 && !(kind === 'split' && targets === 0 && said?.eventId !== undefined)) {
    faults.push([['factId'], 'claim_target']);
  }
  if (kind !== 'rejected' && contributionId !== undefined) faults.push([['contributionId'], 'claim_contribution_rejected']);
  if (said === undefined) return faults;
  if ((said.amount === undefined) !== (said.currency === undefined)) faults.push([['expected', 'currency'], 'claim_amount']);
  const { externalId: own, name, email } = said.customer ?? {};
  if ((said.eventId ?? own ?? name ?? email) === undefined) faults.push([['expected', 'eventId'], 'claim_order_or_customer']);
  return faults;
}

const part = z.strictObject({
  enrollmentId: idOf('enr'),
  share: z
    .string()
    .max(40)
    .regex(/^(?:\d{1,3}(?:\.\d{1,6})?%|\d{1,9}\/\d{1,9})$/, 'a percentage or a fraction')
    .meta({ description: 'A percentage or a fraction; together they make the whole', example: '50%' }),
});

const bySale = z.strictObject({
  by: z.literal('sale'),
  customerExternalId: externalId.optional().meta({ description: 'The company’s own id of the customer, unless it was claimed' }),
  eventId: externalId
    .optional()
    .meta({ description: 'The order number; the claimed one, else the id of the claim, when left out' }),
  occurredAt: instant.optional().meta({ description: 'As claimed when left out' }),
  amount: amount.optional().meta({
    description: 'Net, in minor units. As claimed when left out; of a fact that was wrong: what was missing of it',
  }),
  currency: currency.optional(),
  lines: z
    .array(orderLine)
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'In place of an amount, where the plan asks for products' }),
});

const byLead = z.strictObject({
  by: z.literal('lead'),
  customerExternalId: externalId.optional(),
  occurredAt: instant.optional(),
  name: oneLine(100).optional().meta({ description: 'What the lead is for, as `name` of a tracked lead', example: 'demo' }),
});

const bySplit = z.strictObject({
  by: z.literal('split'),
  customerExternalId: externalId.optional().meta({ description: 'The customer of the contested fact when left out' }),
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
  validUntil: instant.optional(),
});

export const settlementWays = ['sale', 'lead', 'commission', 'split', 'fact'] as const;
export type SettlementWay = (typeof settlementWays)[number];

export const settlement = z
  .discriminatedUnion('by', [
    bySale,
    byLead,
    z.strictObject({ by: z.literal('commission') }),
    bySplit,
    z.strictObject({
      by: z.literal('fact'),
      factId: idOf('fct').meta({ description: 'A fact of this partner that already puts it right' }),
    }),
  ])
  .check((context) => {
    const said = context.value;
    if (said.by !== 'sale' || said.lines === undefined || said.amount === undefined) return;
    const rule = 'lines_or_amount';
    context.issues.push({ code: 'custom', input: said, path: ['amount'], message: rule, params: { rule } });
  })
  .meta({
    description:
      'How it is put right: `sale` or `lead` records what was missing, `commission` lets the contested commission go and approves it, `split` agrees on parts for what the customer brings from now on, `fact` names what already does',
    example: { by: 'sale', customerExternalId: 'customer-7' },
  });
export type Settlement = z.output<typeof settlement>;

const reason = text
  .max(1024)
  .meta({ description: 'Shown to the partner, kept for good', example: 'Found in the telephone orders.' });

export const acceptClaimBody = z
  .strictObject({
    partly: z.boolean().default(false).meta({ description: 'For less than was claimed' }),
    code: z
      .enum([...acceptanceCodes, ...refusalCodes])
      .meta({ description: 'One of the codes of a refusal only where it is partly' }),
    reason,
    settlement,
  })
  .check((context) => {
    const { partly, code } = context.value;
    if (partly || (acceptanceCodes as readonly string[]).includes(code)) return;
    const rule = 'claim_acceptance_code';
    context.issues.push({ code: 'custom', input: code, path: ['code'], message: rule, params: { rule } });
  })
  .meta({
    example: {
      code: 'tracking_lost',
      reason: 'Found in the telephone orders.',
      settlement: { by: 'sale', customerExternalId: 'customer-7' },
    },
  });
export type AcceptClaim = z.output<typeof acceptClaimBody>;

export const refuseClaimBody = z.strictObject({ code: z.enum(refusalCodes), reason });
export const withdrawClaimBody = z.strictObject({ reason: text.max(1024).optional() });
export const sayBody = z.strictObject({
  text: text.meta({ example: 'Here is her mail with the order.' }),
  links: evidenceLinks,
  files: fileIds,
  question: z
    .boolean()
    .default(false)
    .meta({ description: 'For the company: the partner is to reply, and the clock stands still until it does' }),
});
export type Say = z.output<typeof sayBody>;
export const settleClaimBody = z.strictObject({ settlement });
