import type { Context } from '../../../platform/context.ts';
import { readBeside } from '../../../platform/verb.ts';
import { conversionFaults } from '../../analytics/index.ts';
import { loadTermsVersion } from '../../fact/index.ts';
import { cachedTerms } from '../../program/index.ts';
import { verify, type Verification } from '../replay/verify.store.ts';
import { mayVerify } from '../counting.policy.ts';

/** Re-adds and replays the workspace in one snapshot, the daily sums of the screens included; nothing is written. */
export function verifyWorkspace(context: Context, onProgress?: (facts: number, total: number) => void): Promise<Verification> {
  mayVerify(context.actor);
  return readBeside(context, async (tx, beside) => {
    const { workspaceId } = context;
    const terms = await cachedTerms(tx, workspaceId, await loadTermsVersion(tx, workspaceId));
    const books = await verify(tx, beside, workspaceId, terms, onProgress);
    return { ...books, differences: [...books.differences, ...(await conversionFaults(tx, workspaceId))] };
  });
}
