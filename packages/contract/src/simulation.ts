import { z } from 'zod';
import { staffRead } from './access.ts';
import { planDocument } from './plan-document.ts';
import { route } from './route.ts';
import { idOf, idText, instant } from './values.ts';

const amounts = {
  currency: z.string(),
  current: z.int().meta({ description: 'Earned under the rules that were in force, net of what was taken back' }),
  simulated: z.int().meta({ description: 'What the tried rules would have given' }),
  difference: z.int(),
};

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
      from: instant,
      to: instant.meta({ description: 'Exclusive' }),
    }),
    status: 200,
    answer: z.object({
      facts: z.int(),
      totals: z.array(z.object(amounts)),
      partners: z.array(z.object({ partnerId: idText('prt'), partnerName: z.string(), ...amounts })),
      months: z.array(z.object({ month: z.string(), ...amounts })),
    }),
    errors: ['not_found', 'plan_invalid', 'unknown_reference'],
    idempotency: 'none',
    limitPerMinute: 10,
  }),
};
