import { z } from 'zod';
import { staffRead } from './access.ts';
import { planDocument } from './plan-document.ts';
import { route } from './route.ts';
import { idOf, idText, instant, instantText, pageOf, pageQuery } from './values.ts';

const amounts = {
  currency: z.string(),
  current: z.int().meta({ description: 'Earned under the rules that were in force, net of what was taken back' }),
  simulated: z.int().meta({ description: 'What the tried rules would have given' }),
  difference: z.int(),
};

const simulated = z.object({
  facts: z.int(),
  totals: z.array(z.object(amounts)),
  partners: z.array(z.object({ partnerId: idText('prt'), partnerName: z.string(), ...amounts })),
  months: z.array(z.object({ month: z.string(), ...amounts })),
});
export type Simulated = z.input<typeof simulated>;

const period = {
  from: instant,
  to: instant.meta({ description: 'Exclusive' }),
};
const inOrder = {
  check: ({ from, to }: { from: number; to: number }) => from < to,
  fault: { message: '`from` is not before `to`', path: ['to'], params: { rule: 'order' } },
};

const simulationSummary = z.object({
  id: idText('sim'),
  planId: idText('pln'),
  from: instantText,
  to: instantText,
  state: z
    .enum(['waiting', 'running', 'done', 'failed'])
    .meta({ description: '`failed`: it could not be finished; start another' }),
  facts: z.int().meta({ description: 'Counted again so far' }),
  total: z.int(),
  totals: z.array(z.object(amounts)).nullable().meta({ description: 'null until it is done' }),
  createdAt: instantText,
  finishedAt: instantText.nullable(),
});
const simulation = simulationSummary.extend({ result: simulated.nullable() });
export type SimulationSummary = z.input<typeof simulationSummary>;
export type SimulationAnswer = z.input<typeof simulation>;

const startBody = z
  .strictObject({
    planId: idOf('pln'),
    document: planDocument.optional().meta({ description: 'The draft of the plan, else its latest version, unless given' }),
    ...period,
  })
  .refine(inOrder.check, inOrder.fault)
  .meta({ example: { planId: 'pln_01h455vb4pex5vsknk084sn02q', from: '2026-10-01T00:00:00Z', to: '2026-11-01T00:00:00Z' } });
export type StartSimulation = z.output<typeof startBody>;

const listQuery = z.strictObject({ ...pageQuery, planId: idOf('pln').optional() });
export type ListSimulations = z.output<typeof listQuery>;

export const simulationRoutes = {
  simulatePlan: route({
    id: 'simulatePlan',
    method: 'POST',
    path: '/api/v1/plans/:id/simulations',
    tag: 'plans',
    summary: {
      en: 'Try other rules on real history, without writing',
      fr: "Essayer d'autres règles sur l'histoire réelle, sans rien écrire",
    },
    description: {
      en: 'Replays all facts with the given document in the place of the plan during the period, and tells who gains, who loses, and the total. Without a document, the draft of the plan is tried.',
      fr: 'Rejoue tous les faits avec le document donné à la place du barème pendant la période, et dit qui gagne, qui perd, et le total. Sans document, le brouillon du barème est essayé.',
    },
    access: staffRead,
    params: z.strictObject({ id: idOf('pln') }),
    body: z.strictObject({
      document: planDocument.optional(),
      ...period,
    }),
    status: 200,
    answer: simulated,
    errors: ['not_found', 'plan_invalid', 'unknown_reference'],
    idempotency: 'none',
    limitPerMinute: 10,
  }),
  startSimulation: route({
    id: 'startSimulation',
    method: 'POST',
    path: '/api/v1/simulations',
    tag: 'plans',
    summary: {
      en: 'Try other rules on history in the background',
      fr: 'Essayer d’autres règles sur l’histoire, en arrière-plan',
    },
    description: {
      en: 'As `simulatePlan`, for histories of any length: read it to see how far it is; what came of it is kept.',
      fr: 'Comme `simulatePlan`, pour une histoire de toute longueur : lisez-la pour voir où elle en est ; son résultat est gardé.',
    },
    access: staffRead,
    body: startBody,
    status: 202,
    answer: simulation,
    errors: ['not_found', 'plan_invalid', 'unknown_reference'],
    idempotency: 'key',
    limitPerMinute: 10,
  }),
  listSimulations: route({
    id: 'listSimulations',
    method: 'GET',
    path: '/api/v1/simulations',
    tag: 'plans',
    summary: { en: 'Simulations, newest first', fr: 'Simulations, de la plus récente à la plus ancienne' },
    access: staffRead,
    query: listQuery,
    status: 200,
    answer: pageOf(simulationSummary),
    errors: [],
  }),
  getSimulation: route({
    id: 'getSimulation',
    method: 'GET',
    path: '/api/v1/simulations/:id',
    tag: 'plans',
    summary: {
      en: 'A simulation: how far it is, or what came of it',
      fr: 'Une simulation : où elle en est, ou ce qui en est sorti',
    },
    access: staffRead,
    params: z.strictObject({ id: idOf('sim') }),
    status: 200,
    answer: simulation,
    errors: ['not_found'],
  }),
};
