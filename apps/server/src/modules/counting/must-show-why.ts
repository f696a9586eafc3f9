import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isShown } from '../partner/index.ts';

/** Refuses `forbidden` to a partner the company does not show the why. */
export async function mustShowWhy(tx: Tx, workspaceId: string, own: string | null): Promise<void> {
  if (own === null || (await isShown(tx, workspaceId, own, 'why')) !== false) return;
  throw new Refusal('forbidden', [
    {
      path: 'id',
      rule: 'not_shown',
      message: {
        en: 'The company does not show how this was computed; ask it, or open a claim.',
        fr: 'L’entreprise ne montre pas ce calcul ; demandez-le-lui ou ouvrez une réclamation.',
      },
    },
  ]);
}
