import { briefRules, mediationCosts, pauseRules } from '@cordee/core/escalation';
import { personRoles } from '@cordee/core/partnership';
import { z } from 'zod';
import { manage, sharedRead } from './access.ts';
import { charterKey, inBoth, localDate } from './charter-values.ts';
import { inBothLanguages } from './obligation-terms.ts';
import { route } from './route.ts';
import { countryCode, oneLine } from './values.ts';

/** How disputes go where no charter says it. */

const ladderSet = z.strictObject({
  rungs: z
    .array(
      z.strictObject({
        key: charterKey,
        level: inBothLanguages,
        businessDays: z.int().min(1).max(250),
        role: z
          .enum(personRoles)
          .meta({ description: 'Who takes part: people of both sides with this role, else the main contacts' }),
      }),
    )
    .min(1)
    .max(10),
  mediation: z
    .strictObject({
      appointedBy: inBoth(1000),
      appointDays: z.int().min(1).max(365).nullable(),
      mostDays: z.int().min(1).max(730).nullable(),
      costs: z.enum(mediationCosts).nullable(),
      over: inBoth(1000),
    })
    .nullable(),
  briefs: z.enum(briefRules).meta({ description: 'Blind: sealed until both are in, or the step is over' }),
  pauses: z.enum(pauseRules).meta({ description: 'Whether one side may stop the clock for a reason of its own' }),
  holdsPayments: z.boolean().meta({ description: 'Payments to the partner wait while a dispute about money runs' }),
  country: countryCode.meta({ description: 'Whose holidays count' }),
  region: oneLine(60).nullable().meta({ description: '`alsace-moselle`, in France', example: null }),
});

const setAnswer = z.object({
  own: z.boolean().meta({ description: 'Set by the company; otherwise the one that comes with the program' }),
  validFrom: localDate,
  source: z.object({ fr: z.string(), en: z.string() }),
  set: ladderSet,
});
export const ladderAnswer = setAnswer.extend({
  later: z.array(setAnswer).meta({ description: 'Sets that hold from a later day on' }),
});
export type LadderAnswer = z.input<typeof ladderAnswer>;

const setBody = z
  .strictObject({
    validFrom: localDate.meta({
      description: 'From this day on, today or later; disputes that run keep the ladder they began with',
    }),
    source: inBoth(500).meta({ description: 'Where it comes from: a decision, a standard contract' }),
    set: ladderSet,
  })
  .meta({
    example: {
      validFrom: '2027-01-01',
      source: { fr: 'Décision de la direction', en: 'Decision of the board' },
      set: {
        rungs: [{ key: 'managers', level: { fr: 'Responsables', en: 'Managers' }, businessDays: 5, role: 'manager' }],
        mediation: null,
        briefs: 'blind',
        pauses: 'one_side',
        holdsPayments: false,
        country: 'FR',
        region: 'alsace-moselle',
      },
    },
  });
export type SetLadder = z.output<typeof setBody>;

const tag = 'disputes';

export const disputeSettingRoutes = {
  getDisputeLadder: route({
    id: 'getDisputeLadder',
    method: 'GET',
    path: '/api/v1/dispute-ladder',
    tag,
    summary: { en: 'Read the ladder disputes climb without a charter', fr: 'Lire les échelons des différends sans charte' },
    access: sharedRead,
    status: 200,
    answer: ladderAnswer,
    errors: [],
  }),
  setDisputeLadder: route({
    id: 'setDisputeLadder',
    method: 'PUT',
    path: '/api/v1/dispute-ladder',
    tag,
    summary: { en: 'Set the ladder from a day on', fr: 'Fixer les échelons à partir d’un jour' },
    description: {
      en: 'Its steps are for disputes without a charter; blind briefs, pauses, holds and the calendar are for all disputes opened from that day on.',
      fr: 'Ses échelons valent pour les différends sans charte ; notes scellées, suspensions, retenues et calendrier valent pour tous ceux ouverts à partir de ce jour.',
    },
    access: manage,
    body: setBody,
    status: 200,
    answer: ladderAnswer,
    errors: ['invalid_request'],
    idempotency: 'none',
  }),
} as const;
