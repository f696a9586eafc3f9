import type { Context } from '../../../platform/context.ts';
import { permits } from '../../../platform/permits.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { write } from '../../../platform/verb.ts';
import { encodeId } from '@cordee/core/ids';
import { loadTermsVersion } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { rebuild, type Rebuilt } from '../replay/rebuild.store.ts';

/** Rebuilds counters, states of commissions and snapshots from the facts; events wait meanwhile. */
export function rebuildProjections(context: Context, onProgress?: (facts: number, total: number) => void): Promise<Rebuilt> {
  if (!permits(context.actor, ['owner'], 'admin')) throw new Refusal('forbidden');
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const result = await rebuild(tx, workspaceId, terms, context.now(), onProgress);
    return { result, audit: { action: 'projections.rebuilt', subject: encodeId('wsp', workspaceId), after: result } };
  });
}
