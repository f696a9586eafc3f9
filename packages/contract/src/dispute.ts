import { briefRules, disputeStates, ladderStepKinds, pauseReasons, pauseRules, proofGapWords } from '@cordee/core/escalation';
import { sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { sharedRead } from './access.ts';
import { localDate } from './charter-values.ts';
import { briefBody, disputeOutcomes, disputeSubjects } from './dispute-body.ts';
import { fileAnswer } from './file.ts';
import { owners } from '@cordee/core/obligation';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Disputes as they are read: where each stands on its ladder, what both sides wrote, and what was decided. */

const side = z.enum(sides);
export const disputeFilters = ['running', 'to_answer', 'over', ...disputeStates] as const;

export const disputeSummary = z.object({
  id: idText('dsp'),
  partnerId: idText('prt'),
  partnerName: z.string(),
  title: z.string(),
  subject: z.object({ kind: z.enum(disputeSubjects), id: z.string().nullable(), clause: z.string().nullable() }),
  openedBy: side,
  openedAt: instantText,
  state: z.enum(disputeStates).meta({
    description: '`settled`: agreed by both; `decided`: by who was named; `exhausted`: the last step is over without agreement',
  }),
  step: z.object({
    number: z.int(),
    of: z.int(),
    kind: z.enum(ladderStepKinds),
    level: z.string().meta({ description: 'In the language of the request' }),
  }),
  deadline: localDate.nullable().meta({ description: 'Last day of the step; null while the clock stands still' }),
  daysLeft: z.int().nullable().meta({ description: 'Days that still count after today: business days, or days of a mediation' }),
  waitsFor: z
    .enum([...sides, 'both'])
    .nullable()
    .meta({ description: 'Whose brief or answer is awaited' }),
  endedOn: localDate.nullable(),
  holdsPayments: z.boolean().meta({ description: 'Payments to the partner wait for it' }),
});
export type DisputeSummary = z.input<typeof disputeSummary>;

const rung = z.object({
  number: z.int(),
  kind: z.enum(ladderStepKinds),
  level: z.string(),
  people: z.array(z.object({ side, name: z.string(), title: z.string() })),
  days: z.int(),
  dayKind: z.enum(['business', 'calendar']),
  briefs: z.enum(briefRules),
  pauses: z.enum(pauseRules),
  decides: z.enum(['both', ...sides]),
  decider: z.string().nullable().meta({ description: 'Who was named to decide alone' }),
  standing: z.enum(['ahead', 'runs', 'over']),
  firstOn: localDate.nullable(),
  lastOn: localDate.nullable(),
  deadline: localDate.nullable(),
  endedBy: z.enum([...sides, 'clock']).nullable(),
  extraDays: z.int(),
  counted: z.int().meta({ description: 'Days counted so far' }),
  holidays: z.array(z.object({ on: localDate, name: z.string() })).meta({ description: 'Holidays left out so far' }),
});

const consequence = z.object({
  kind: z.enum(['obligation', 'claim', 'text']),
  by: z.enum(owners).nullable(),
  text: z.string(),
  claimId: idText('clm').nullable(),
  dueOn: localDate.nullable(),
});

export const disputeEntryKinds = [
  'opened',
  'said',
  'brief_submitted',
  'pause_asked',
  'paused',
  'resumed',
  'extension_asked',
  'extended',
  'declined',
  'stepped_up',
  'exhausted',
  'mediator_named',
  'mediation_ended',
  'proposed',
  'accepted',
  'refused',
  'decided',
  'withdrawn',
  'read',
  'reminded',
  'notified',
] as const;

export const disputeActs = [
  'say',
  'submit_brief',
  'pause',
  'resume',
  'extend',
  'agree',
  'decline',
  'step_up',
  'name_mediator',
  'end_mediation',
  'propose',
  'decide',
  'accept',
  'refuse',
  'withdraw',
] as const;

const gapCodes = Object.keys(proofGapWords) as [keyof typeof proofGapWords, ...(keyof typeof proofGapWords)[]];

export const disputeDetail = disputeSummary.extend({
  asks: z.string(),
  charter: z
    .object({ id: idText('chr'), version: z.int() })
    .nullable()
    .meta({ description: 'Whose ladder it climbs, as it stood when the dispute was opened; null: the ladder of the settings' }),
  calendar: z.object({ country: z.string(), region: z.string().nullable() }),
  ladder: z.array(rung),
  mediation: z
    .object({
      appointedBy: z.string(),
      appointDays: z.int().nullable(),
      mostDays: z.int().nullable(),
      costs: z.enum(['equal', 'asking_side', 'company', 'partner']).nullable(),
      over: z.string(),
    })
    .nullable(),
  pause: z.object({ reason: z.enum(pauseReasons), since: localDate, by: side, agreed: z.boolean() }).nullable(),
  request: z
    .object({
      kind: z.enum(['pause', 'extension']),
      by: side,
      reason: z.enum(pauseReasons).nullable(),
      days: z.int().nullable(),
    })
    .nullable(),
  briefs: z.array(
    z.object({
      step: z.int(),
      side,
      submittedAt: instantText,
      sha256: z.string().meta({ description: 'Of its canonical text: what is shown later is what was handed in' }),
      texts: briefBody.nullable().meta({ description: 'null: sealed until the other brief is in, or the step is over' }),
      files: z.array(fileAnswer),
    }),
  ),
  draft: briefBody.nullable().meta({ description: 'The reader’s own, for the step that runs' }),
  decisions: z.array(
    z.object({
      number: z.int(),
      step: z.int(),
      by: side,
      at: instantText,
      outcome: z.enum(disputeOutcomes),
      reasons: z.string(),
      consequences: z.array(consequence),
      state: z.enum(['waiting', 'accepted', 'refused', 'replaced', 'decided', 'lapsed']),
    }),
  ),
  entries: z.array(
    z.object({
      number: z.int(),
      at: instantText,
      kind: z.enum(disputeEntryKinds),
      side: z.enum([...sides, 'clock']),
      author: z.string().nullable().meta({ description: 'Of the company: for the company only' }),
      step: z.int(),
      text: z.string().nullable(),
      data: z.record(z.string(), z.string()),
      links: z.array(z.string()),
      files: z.array(fileAnswer),
      hash: z.string().meta({ description: 'SHA-256 over the hash before and this entry' }),
    }),
  ),
  gaps: z
    .array(z.object({ code: z.enum(gapCodes), message: z.string() }))
    .meta({ description: 'What the proof file lacks so far. Not legal advice.' }),
  acts: z.array(z.enum(disputeActs)).meta({ description: 'What whoever asks may do now' }),
});
export type DisputeDetail = z.input<typeof disputeDetail>;

const listQuery = z.strictObject({
  ...pageQuery,
  partnerId: idOf('prt').optional(),
  state: z.enum(disputeFilters).optional().meta({ description: '`to_answer`: it waits for the side of whoever asks' }),
});
export type ListDisputes = z.output<typeof listQuery>;

const tag = 'disputes';
const byId = z.strictObject({ id: idOf('dsp') });

export const disputeRoutes = {
  listDisputes: route({
    id: 'listDisputes',
    method: 'GET',
    path: '/api/v1/disputes',
    tag,
    summary: { en: 'List disputes, newest first', fr: 'Lister les différends, du plus récent au plus ancien' },
    access: sharedRead,
    query: listQuery,
    status: 200,
    answer: pageOf(disputeSummary),
    errors: ['invalid_request'],
  }),
  getDispute: route({
    id: 'getDispute',
    method: 'GET',
    path: '/api/v1/disputes/:id',
    tag,
    summary: { en: 'Read a dispute', fr: 'Lire un différend' },
    description: {
      en: 'Its ladder with each deadline, briefs as far as they are shown, decisions, and all that happened. A blind brief of the other side is null until both are in, or the step is over.',
      fr: 'Ses échelons et leurs délais, les notes dans la mesure où elles sont révélées, les décisions et tout ce qui s’est passé. La note scellée de l’autre partie est nulle tant que les deux ne sont pas remises ou que l’échelon n’est pas terminé.',
    },
    access: sharedRead,
    params: byId,
    status: 200,
    answer: disputeDetail,
    errors: ['not_found'],
  }),
  readDisputeFile: route({
    id: 'readDisputeFile',
    method: 'GET',
    path: '/api/v1/disputes/:id/file',
    tag,
    summary: { en: 'The proof file, in one archive (zip)', fr: 'Le dossier de preuve, en une archive (zip)' },
    description: {
      en: 'A sealed cover in both languages (parties, clause, chronology with each day that counted, attempts, notices, briefs, decisions, what lacks), the trail, the evidence, hashes and instructions. Not legal advice.',
      fr: 'Un document scellé dans les deux langues (parties, clause, chronologie avec chaque jour compté, tentatives, notifications, notes, décisions, ce qui manque), la piste d’audit, les pièces, les empreintes et le mode d’emploi. Ceci n’est pas un conseil juridique.',
    },
    access: sharedRead,
    params: byId,
    status: 200,
    alsoAnswers: ['application/zip'],
    errors: ['not_found'],
  }),
} as const;
