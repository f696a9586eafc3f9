import { z } from 'zod';
import { route } from './route.ts';

export const releaseRoutes = {
  releaseNow: route({
    id: 'releaseNow',
    method: 'POST',
    path: '/api/v1/releases',
    tag: 'ledger',
    summary: { en: 'Release now what is due', fr: 'Rendre exigible dès maintenant ce qui est échu' },
    description: {
      en: 'Every commission whose hold has ended becomes payable. It happens by itself every ten minutes.',
      fr: 'Toute commission dont le délai de carence est écoulé devient exigible. Cela se fait de soi-même toutes les dix minutes.',
    },
    access: { roles: ['owner', 'finance'], scope: 'money' },
    status: 200,
    answer: z.object({
      factId: z.string(),
      released: z.array(z.object({ partnerId: z.string(), currency: z.string(), amount: z.int() })),
    }),
    errors: ['unavailable'],
    idempotency: 'none',
  }),
};
