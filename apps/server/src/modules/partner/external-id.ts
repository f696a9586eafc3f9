import { encodeId } from '@cordee/core/ids';
import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findByExternalId } from './partner.store.ts';

/** Refuses `already_exists`, naming the partner that has the external id. */
export async function mustBeFree(tx: Tx, workspaceId: string, externalId: string): Promise<void> {
  const taken = await findByExternalId(tx, workspaceId, externalId);
  if (taken === null) return;
  throw new Refusal('already_exists', [
    {
      path: 'externalId',
      rule: 'unique',
      message: {
        en: `The partner ${taken.name} (${encodeId('prt', taken.id)}) has this external id.`,
        fr: `Le partenaire ${taken.name} (${encodeId('prt', taken.id)}) a déjà cet identifiant externe.`,
      },
    },
  ]);
}
