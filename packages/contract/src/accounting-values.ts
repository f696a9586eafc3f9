import { chartKinds, frenchChart, journalKinds, mayBeginOn } from '@cordee/core/accounting';
import { z } from 'zod';
import { day } from './period.ts';
import type { Access } from './route.ts';
import { instantText, oneLine } from './values.ts';

/** The books of the company: its chart of accounts, and what it chooses for declarations. */

/** Owners and people of finance keep the books. */
export const keepBooks: Access = { roles: ['owner', 'finance'], scope: 'money' };

/** Known by its form alone: what reckons with months would come with the first load of the screens. */
export const bookMonth = z
  .string()
  .regex(/^2\d{3}-(?:0[1-9]|1[0-2])$/, 'a month')
  .meta({ description: 'A month in the zone of the workspace', example: '2026-10' });

const accountNumber = z
  .string()
  .trim()
  .max(20)
  .meta({ description: 'Begins with three digits of a class of the chart, 1 to 7', example: '622200' });

const account = z.strictObject({
  number: accountNumber,
  name: oneLine(100).meta({ example: 'Commissions et courtages sur ventes' }),
  perPartner: z.boolean().meta({ description: 'Whether each partner has an auxiliary account below it' }),
});
const journal = z.strictObject({
  code: z.string().trim().min(1).max(6).meta({ example: 'CO' }),
  name: oneLine(100).meta({ example: 'Commissions des partenaires' }),
});

export const chart = z
  .strictObject({
    accounts: z.partialRecord(z.enum(chartKinds as [string, ...string[]]), account).meta({
      description: 'By account of the ledger, and for gains and losses of exchange',
    }),
    journals: z.record(z.enum(journalKinds), journal),
    programs: z
      .record(z.string().regex(/^prg_[0-9a-z]{26}$/), z.strictObject({ number: accountNumber, name: oneLine(100) }))
      .default({})
      .meta({ description: 'Expense accounts of programs that have one of their own, by id of the program' }),
  })
  .meta({ example: frenchChart });
export type ChartBody = z.output<typeof chart>;

export const chartVersion = z.object({
  validFrom: z.string().meta({ example: '2026-01-01' }),
  chart,
  writtenAt: instantText,
});
export type ChartVersionAnswer = z.input<typeof chartVersion>;

export const chartsAnswer = z.object({
  items: z.array(chartVersion).meta({ description: 'In the order of their first days; empty until one is written' }),
  preset: z.object({
    chart,
    sources: z
      .array(z.object({ kind: z.string(), source: z.string(), note: z.string() }))
      .meta({ description: 'Why each number stands where it does; to be confirmed by an accountant' }),
  }),
});
export type ChartsAnswer = z.input<typeof chartsAnswer>;

export const chartDay = day
  .refine((text) => mayBeginOn(text), { message: 'the first day of a month', params: { rule: 'first_of_month' } })
  .meta({ description: 'The first day on which it holds, the first of a month', example: '2026-01-01' });

/** Columns of the declaration of fees in which what was paid may stand. */
export const das2Columns = [
  'fees',
  'commissions',
  'brokerage',
  'rebates',
  'attendance',
  'authors',
  'inventors',
  'other',
] as const;

/** What the declaration of fees says of the company beside who it is. */
export const declarationSettings = z.strictObject({
  paysSalaries: z.boolean().meta({ description: 'Whether the company pays salaries' }),
  das2Column: z.enum(das2Columns).default('commissions').meta({ description: 'In which column what was paid is declared' }),
});
export type DeclarationSettings = z.output<typeof declarationSettings>;
