import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { partnerNames } from './partner.store.ts';

/** Refuses `unknown_reference` at the first of `partnerIds` that is none of the workspace's partners; `pathOf` says where it stands. */
export async function mustKnowPartners(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  pathOf: (index: number) => string = (index) => `partnerIds.${index}`,
): Promise<void> {
  const names = await partnerNames(tx, workspaceId, partnerIds);
  const index = partnerIds.findIndex((id) => !names.has(id));
  if (index < 0) return;
  const message = { en: 'There is no such partner.', fr: "Ce partenaire n'existe pas." };
  throw new Refusal('unknown_reference', [{ path: pathOf(index), rule: 'exists', message }]);
}
