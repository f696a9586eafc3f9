import type { Context } from '../../../platform/context.ts';
import { write } from '../../../platform/verb.ts';
import { encodeId } from '@cordee/core/ids';
import { rebuildSums } from '../../analytics/index.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { rebuild, type Rebuilt } from '../replay/rebuild.store.ts';
import { mayRebuild } from '../counting.policy.ts';

/** Rebuilds counters, states of commissions, snapshots and daily sums from the facts; events wait meanwhile. */
export function rebuildProjections(context: Context, onProgress?: (facts: number, total: number) => void): Promise<Rebuilt> {
  mayRebuild(context.actor);
  return write(context, async (tx) => {
    const { workspaceId } = context;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const result = await rebuild(tx, workspaceId, terms, context.now(), onProgress);
    await rebuildSums(tx, workspaceId);
    return { result, audit: { action: 'projections.rebuilt', subject: encodeId('wsp', workspaceId), after: result } };
  });
}
