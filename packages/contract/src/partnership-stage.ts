import { gateCodes, gateStates } from '@cordee/core/partnership';
import { z } from 'zod';
import { manage, sharedRead, staffRead } from './access.ts';
import { stage } from './partner.ts';
import { route } from './route.ts';
import { idOf, idText, instantText } from './values.ts';

/** Stages with gates: which moves there are, what each asks, and what was waived. */

const gate = z.object({
  code: z.enum(gateCodes),
  text: z.string().meta({ description: 'What is true once it is met, in the language of the request' }),
  state: z
    .enum(gateStates)
    .meta({ description: '`unknown`: asked, and nobody can say; `not_asked`: nothing says anything about it' }),
});

const waiver = z.object({
  gate: z.enum([...gateCodes, 'move']).meta({ description: '`move`: the stage was set although no such move is foreseen' }),
  text: z.string(),
  to: stage,
  state: z.enum(['open', 'unknown', 'no_move']),
  reason: z.string().nullable().meta({ description: 'null: the stage was set by hand, and no reason was given' }),
  at: instantText,
  by: z.string().nullable(),
});

export const partnershipAnswer = z.object({
  partnerId: idText('prt'),
  stage: stage.nullable().meta({ description: 'null when a partner reads and the company does not show it' }),
  since: instantText.nullable(),
  moves: z.array(z.object({ to: stage, isFree: z.boolean(), gates: z.array(gate) })),
  waivers: z.array(waiver).meta({ description: 'Newest first; for the company only' }),
});
export type PartnershipAnswer = z.input<typeof partnershipAnswer>;

const moveBody = z.strictObject({
  to: stage,
  waivers: z
    .array(
      z.strictObject({
        gate: z.enum(gateCodes),
        reason: z
          .string()
          .trim()
          .min(3)
          .max(500)
          .regex(/^[^\0\p{Cs}]+$/u, 'no NUL, no half characters')
          .meta({ example: 'Known since 2019; the papers follow in March.' }),
      }),
    )
    .max(gateCodes.length)
    .refine((all) => new Set(all.map((each) => each.gate)).size === all.length, 'each gate once')
    .default([]),
});
export type MovePartnership = z.output<typeof moveBody>;

const byPartner = z.strictObject({ id: idOf('prt') });
const tag = 'partnerships';

export const partnershipStageRoutes = {
  getPartnership: route({
    id: 'getPartnership',
    method: 'GET',
    path: '/api/v1/partners/:id/partnership',
    tag,
    summary: {
      en: 'Where a partnership stands, and what each move asks',
      fr: 'Où en est un partenariat et ce que demande chaque passage',
    },
    access: sharedRead,
    params: byPartner,
    status: 200,
    answer: partnershipAnswer,
    errors: ['not_found'],
  }),
  movePartnership: route({
    id: 'movePartnership',
    method: 'POST',
    path: '/api/v1/partners/:id/partnership/moves',
    tag,
    summary: { en: 'Move a partnership to its next stage', fr: 'Faire passer un partenariat à l’étape suivante' },
    description: {
      en: 'A move that is foreseen, once its gates are met; each shut gate can be waived with a reason, which is kept for good.',
      fr: 'Un passage prévu, une fois ses jalons franchis ; chaque jalon fermé peut faire l’objet d’une dispense motivée, conservée définitivement.',
    },
    access: manage,
    params: byPartner,
    body: moveBody,
    status: 200,
    answer: partnershipAnswer,
    errors: ['not_found', 'gates_shut', 'conflict'],
    idempotency: 'key',
  }),
  listStageTimes: route({
    id: 'listStageTimes',
    method: 'GET',
    path: '/api/v1/partners/stage-times',
    tag,
    summary: { en: 'How long partnerships stay at each stage', fr: 'Combien de temps les partenariats restent à chaque étape' },
    access: staffRead,
    status: 200,
    answer: z.array(
      z.object({
        stage,
        standing: z.int().meta({ description: 'Partnerships that stand there, archived ones included' }),
        stays: z.int().meta({ description: 'Stays that are over' }),
        medianDays: z.number().nullable().meta({ description: 'Of stays that are over, to a tenth' }),
        longestDays: z.number().nullable(),
      }),
    ),
    errors: [],
  }),
} as const;
