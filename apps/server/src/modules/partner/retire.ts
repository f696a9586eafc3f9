import type { Partner } from '@cordee/contract/partner';
import { encodeId } from '@cordee/core/ids';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { Written } from '../../platform/verb.ts';
import { toAudit, toContract } from './partner-answer.ts';
import { findPartner, updatePartner } from './partner.store.ts';

/** The partner's own part of archiving it, for the verb that also ends its enrollments; null for an unknown one, no audit when it already is. */
export async function retirePartner(
  tx: Tx,
  workspaceId: string,
  partnerId: string,
  at: Instant,
): Promise<Written<Partner> | null> {
  const before = await findPartner(tx, workspaceId, partnerId);
  if (before === null) return null;
  if (before.archivedAt !== null) return { result: toContract(before), audit: null };
  const after = { ...before, archivedAt: at };
  await updatePartner(tx, workspaceId, after);
  return {
    result: toContract(after),
    audit: { action: 'partner.archived', subject: encodeId('prt', partnerId), before: toAudit(before), after: toAudit(after) },
  };
}
