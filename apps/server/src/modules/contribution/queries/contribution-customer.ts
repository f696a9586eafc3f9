import type { Tx } from '../../../platform/db/index.ts';
import { maskingPrograms } from '../../program/index.ts';
import { selectContributions } from '../contribution.store.ts';

/** The customer of a contribution by the word its partners may read; null where they may not, or when nobody is named. */
export async function contributionCustomer(tx: Tx, workspaceId: string, id: string): Promise<string | null> {
  const [record] = await selectContributions(tx, workspaceId, { ids: [id], now: 0, limit: 1 });
  if (record === undefined) return null;
  const isMasked = !record.byPartner && (await maskingPrograms(tx, workspaceId)).has(record.programId);
  const { name, email, externalId } = record.customer;
  // The company's own id was never the partner's word.
  return isMasked ? null : (name ?? email ?? (record.byPartner ? null : externalId));
}
