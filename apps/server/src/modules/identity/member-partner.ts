import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Says whether a partner exists in the workspace; the module of partners is asked through it. */
export type PartnerExists = (tx: Tx, workspaceId: string, partnerId: string) => Promise<boolean>;

/** Refuses `unknown_reference` for a partner the workspace does not have. */
export async function mustHavePartner(
  tx: Tx,
  workspaceId: string,
  partnerId: string | null,
  exists: PartnerExists,
): Promise<void> {
  if (partnerId === null || (await exists(tx, workspaceId, partnerId))) return;
  throw new Refusal('unknown_reference', [
    { path: 'partnerId', rule: 'unknown', message: { en: 'No such partner.', fr: "Ce partenaire n'existe pas." } },
  ]);
}
