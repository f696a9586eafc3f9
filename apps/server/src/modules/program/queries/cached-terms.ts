import type { Terms } from '@cordee/core/counting';
import type { Tx } from '../../../platform/db/index.ts';
import { hasChangedTerms } from '../../fact/index.ts';
import { loadTerms } from './load-terms.ts';

const MOST_WORKSPACES = 50;

interface Snapshot {
  readonly version: bigint;
  readonly terms: Terms;
}

const snapshots = new Map<string, Snapshot>();

/**
 * `loadTerms`, once per workspace and version of its terms (as read in this transaction from the order of facts). What a
 * transaction changed itself is read afresh and not kept: it may yet be rolled back and its version given to another change.
 */
export async function cachedTerms(tx: Tx, workspaceId: string, termsVersion: bigint): Promise<Terms> {
  if (hasChangedTerms(tx)) return loadTerms(tx, workspaceId);
  const known = snapshots.get(workspaceId);
  if (known?.version === termsVersion) return known.terms;
  const terms = await loadTerms(tx, workspaceId);
  snapshots.delete(workspaceId);
  snapshots.set(workspaceId, { version: termsVersion, terms });
  for (const oldest of snapshots.keys()) {
    if (snapshots.size <= MOST_WORKSPACES) break;
    snapshots.delete(oldest);
  }
  return terms;
}
