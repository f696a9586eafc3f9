import { jointKinds, jointStates, jointSteps, sides } from '@cordee/core/partnership';
import { z } from 'zod';
import { manageOrOwn, sharedRead } from './access.ts';
import { route } from './route.ts';
import { idOf, idText, instantText, pageOf, pageQuery } from './values.ts';

/** Statements that become joint facts when the other side confirms them. */

const prose = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^[^\0\p{Cs}]+$/u, 'no NUL, no half characters');

export const jointFact = z.object({
  id: idText('jnt'),
  partnerId: idText('prt'),
  kind: z.enum(jointKinds),
  text: z.string(),
  on: z.iso.date().meta({ description: 'The day it is about' }),
  state: z.enum(jointStates).meta({ description: '`confirmed` is a joint fact; otherwise it is what one side said' }),
  proposedBy: z.enum(sides),
  proposedAt: instantText,
  answeredAt: instantText.nullable(),
  reason: z.string().nullable().meta({ description: 'Why it was contested or withdrawn' }),
  isYours: z.boolean().meta({ description: 'The reader’s side proposed it' }),
});
export type JointFact = z.input<typeof jointFact>;

const proposeBody = z.strictObject({
  kind: z.enum(jointKinds),
  text: prose.meta({ example: 'We meet on the first Tuesday of each month.' }),
  on: z.iso.date().meta({ example: '2026-11-23' }),
});
export type ProposeJointFact = z.output<typeof proposeBody>;

const answerBody = z
  .strictObject({ step: z.enum(jointSteps), reason: prose.max(500).optional() })
  .refine(({ step, reason }) => step !== 'contest' || reason !== undefined, { message: 'say why', path: ['reason'] })
  .meta({ example: { step: 'confirm' } });
export type AnswerJointFact = z.output<typeof answerBody>;

const byPartner = z.strictObject({ id: idOf('prt') });
const tag = 'partnerships';

export const jointFactRoutes = {
  listJointFacts: route({
    id: 'listJointFacts',
    method: 'GET',
    path: '/api/v1/partners/:id/joint-facts',
    tag,
    summary: {
      en: 'What both sides stated, newest first',
      fr: 'Ce que les deux côtés ont déclaré, du plus récent au plus ancien',
    },
    access: sharedRead,
    params: byPartner,
    query: z.strictObject(pageQuery),
    status: 200,
    answer: pageOf(jointFact),
    errors: ['not_found'],
  }),
  proposeJointFact: route({
    id: 'proposeJointFact',
    method: 'POST',
    path: '/api/v1/partners/:id/joint-facts',
    tag,
    summary: { en: 'Propose a joint fact', fr: 'Proposer un fait commun' },
    description: {
      en: 'A decision, an agreed figure, a meeting or a change of contact. It is a joint fact once the other side confirms it.',
      fr: 'Une décision, un chiffre convenu, une réunion ou un changement de contact. C’est un fait commun une fois confirmé par l’autre partie.',
    },
    access: manageOrOwn,
    params: byPartner,
    body: proposeBody,
    status: 201,
    answer: jointFact,
    errors: ['not_found'],
    idempotency: 'key',
  }),
  answerJointFact: route({
    id: 'answerJointFact',
    method: 'POST',
    path: '/api/v1/joint-facts/:id/answer',
    tag,
    summary: { en: 'Confirm, contest or withdraw what was stated', fr: 'Confirmer, contester ou retirer ce qui a été déclaré' },
    description: {
      en: 'The other side confirms or contests; the side that proposed withdraws. What was answered stays.',
      fr: 'L’autre partie confirme ou conteste ; le côté qui a proposé retire. Ce qui a reçu réponse reste.',
    },
    access: manageOrOwn,
    params: z.strictObject({ id: idOf('jnt') }),
    body: answerBody,
    status: 200,
    answer: jointFact,
    errors: ['not_found', 'conflict'],
    idempotency: 'key',
  }),
} as const;
