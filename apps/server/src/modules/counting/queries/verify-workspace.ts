import type { Context } from '../../../platform/context.ts';
import { permits } from '../../../platform/permits.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { read } from '../../../platform/verb.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { verify, type Verification } from '../replay/verify.store.ts';

/** Re-adds and replays the workspace in one snapshot; nothing is written. */
export function verifyWorkspace(context: Context, onProgress?: (facts: number, total: number) => void): Promise<Verification> {
  if (!permits(context.actor, ['owner', 'finance', 'viewer', 'manager'], 'read')) throw new Refusal('forbidden');
  return read(context, async (tx) => {
    const { workspaceId } = context;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    return verify(tx, workspaceId, terms, onProgress);
  });
}
