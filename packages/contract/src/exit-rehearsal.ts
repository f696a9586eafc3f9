import { exitGapCodes, exitStepKeys } from '@cordee/core/exit';
import { findingStates, severities } from '@cordee/core/guard';
import { owners } from '@cordee/core/obligation';
import { z } from 'zod';
import { lastingRead, manageOrOwn, sharedRead } from './access.ts';
import { civilDay } from './obligation-terms.ts';
import { route } from './route.ts';
import { currency, idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** What leaving would mean at a day: nothing is changed by it. */

const side = z.enum(['company', 'partner']);
const cents = z.int().meta({ description: 'Integer in minor units', example: 12345 });

export const finalLine = z.object({
  currency,
  pending: cents,
  kept: cents.meta({ description: 'The part of `pending` that a review, a hold or a dispute keeps' }),
  payable: cents,
  inPayout: cents,
  debt: cents.meta({ description: 'What the partner owes: paid, and taken back since' }),
  least: cents.meta({ description: 'What it still gets if all that is pending is lost; negative where it owes' }),
  most: cents
    .nullable()
    .meta({ description: 'The same if all of it is kept; null while customers brought before may still earn' }),
  owedBy: z.enum(['company', 'partner', 'nobody', 'open']),
});

export const exitStep = z.object({
  id: z.string(),
  key: z.enum(exitStepKeys),
  title: z.string(),
  on: civilDay.nullable().meta({ description: 'null: nothing that is agreed gives a day' }),
  owner: z.enum(owners),
  source: z.string().nullable().meta({ description: 'The article of the charter (`exit`, `clause:…`), or the text of law' }),
});

const duty = z.object({ id: idText('obl').nullable(), owner: z.enum(owners), title: z.string(), dueOn: civilDay });
const finding = z.object({
  code: z.string(),
  topic: z.string(),
  severity: z.enum(severities),
  state: z.enum(findingStates),
  rule: z.string(),
  advice: z.string(),
  source: z.string(),
});

export const exitContent = z.object({
  side: side.meta({ description: 'Who would give notice' }),
  noticedOn: civilDay,
  endsOn: civilDay.meta({ description: 'The last day' }),
  earliest: z.object({
    endsOn: civilDay,
    contractOn: civilDay.nullable(),
    lawOn: civilDay.nullable(),
    basis: z.enum(['notice', 'term', 'said', 'law', 'nothing']).meta({ description: 'What decides it' }),
  }),
  needsBoth: z.boolean().meta({ description: 'Earlier than contract or law allow: both have to agree' }),
  charter: z.object({ id: idText('chr'), version: z.int() }).nullable(),
  steps: z.array(exitStep),
  runOff: z.array(z.object({ enrollmentId: idText('enr'), program: z.string(), until: civilDay.nullable() })),
  duties: z.object({ before: z.array(duty), gone: z.array(duty), after: z.array(duty) }),
  customers: z.object({ count: z.int(), rule: z.string().nullable() }),
  openDisputes: z.int().meta({ description: 'Disputes that run on past the end unless they are settled' }),
  account: z.array(finalLine),
  findings: z.array(finding),
  gaps: z.array(z.object({ code: z.enum(exitGapCodes), grade: z.enum(['error', 'warning']), message: z.string() })),
  notice: z.string().meta({ description: 'That this is no legal advice' }),
});
export type ExitContent = z.input<typeof exitContent>;

const kept = z.object({
  id: idText('rhs'),
  at: instantText,
  side: side.meta({ description: 'Who kept it' }),
  shown: z.boolean().meta({ description: 'The other side sees it' }),
  hash: z.string().meta({ description: 'SHA-256 of its content as it was kept' }),
  content: exitContent,
});
export type KeptRehearsal = z.input<typeof kept>;

const asked = {
  on: civilDay.optional().meta({ description: 'The day notice would be given; today unless said otherwise' }),
  endsOn: civilDay.optional().meta({ description: 'A last day to try instead of the earliest' }),
  side: side.optional().meta({ description: 'Who would give notice; the side that asks unless said otherwise' }),
  contractKind: z
    .enum(['agent', 'introducer', 'reseller', 'subcontractor', 'supplier'])
    .optional()
    .meta({ description: 'What the contract is in the eyes of the law; by the kind of the charter unless said otherwise' }),
};
const query = z.strictObject(asked);
export type RehearseQuery = z.output<typeof query>;
const keepBody = z.strictObject({ ...asked, shown: z.boolean().default(false) });
export type KeepRehearsal = z.output<typeof keepBody>;

const byPartner = z.strictObject({ id: idOf('prt') });
const tag = 'leaving';

export const exitRehearsalRoutes = {
  rehearseExit: route({
    id: 'rehearseExit',
    method: 'GET',
    path: '/api/v1/partners/:id/exit-rehearsal',
    tag,
    summary: { en: 'What leaving would mean at a day', fr: 'Ce que signifierait une sortie à un jour donné' },
    description: {
      en: 'The earliest end by charter and law, every dated step, duties, run-off, the final account, and what nobody has agreed on. Changes nothing.',
      fr: 'La fin la plus proche selon la charte et la loi, chaque étape datée, les obligations, les commissions à échoir, l’arrêté de compte et ce dont personne n’est convenu. Ne change rien.',
    },
    access: lastingRead,
    params: byPartner,
    query,
    status: 200,
    answer: exitContent,
    errors: ['not_found', 'invalid_request'],
  }),
  keepExitRehearsal: route({
    id: 'keepExitRehearsal',
    method: 'POST',
    path: '/api/v1/partners/:id/exit-rehearsals',
    tag,
    summary: {
      en: 'Keep a rehearsal, and show it to the other side',
      fr: 'Conserver une répétition et la montrer à l’autre partie',
    },
    access: manageOrOwn,
    params: byPartner,
    body: keepBody.meta({ example: { on: '2026-12-01', shown: true } }),
    status: 201,
    answer: kept,
    errors: ['not_found', 'invalid_request', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  showExitRehearsal: route({
    id: 'showExitRehearsal',
    method: 'PUT',
    path: '/api/v1/exit-rehearsals/:id/shown',
    tag,
    summary: { en: 'Show a rehearsal one kept, or no longer', fr: 'Montrer une répétition conservée, ou ne plus la montrer' },
    access: manageOrOwn,
    params: z.strictObject({ id: idOf('rhs') }),
    body: z.strictObject({ shown: z.boolean() }),
    status: 200,
    answer: kept,
    errors: ['not_found', 'idempotency_conflict'],
    idempotency: 'key',
  }),
  listExitRehearsals: route({
    id: 'listExitRehearsals',
    method: 'GET',
    path: '/api/v1/partners/:id/exit-rehearsals',
    tag,
    summary: { en: 'List rehearsals kept, newest first', fr: 'Lister les répétitions conservées, les plus récentes en tête' },
    access: sharedRead,
    params: byPartner,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(kept),
    errors: ['not_found'],
  }),
} as const;
