import type { ClaimDetail } from '@cordee/contract/claim';
import { encodeId } from '@cordee/core/ids';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/index.ts';
import { attachedFiles } from '../../platform/files/index.ts';
import type { Wire } from '../../platform/http/index.ts';
import { ownPartner } from '../../platform/own-partner.ts';
import { permits } from '../../platform/permits.ts';
import { Refusal } from '../../platform/refusal.ts';
import { workspaceKeys } from '../fact/index.ts';
import { nameActors } from '../partner/index.ts';
import { claimToContract, entriesToContract } from './claim-answer.ts';
import { lockClaim, selectClaims, selectEntries, type ClaimRecord } from './claim.store.ts';

/** A claim, of this partner if one is given. Refuses `not_found`. */
export async function mustFind(
  tx: Tx,
  { workspaceId, now }: Pick<Context, 'workspaceId' | 'now'>,
  id: string,
  own: string | null,
): Promise<ClaimRecord> {
  const [record] = await selectClaims(tx, workspaceId, { ids: [id], partnerId: own, now: now(), limit: 1 });
  if (record === undefined) throw new Refusal('not_found');
  return record;
}

/** The same, held against everybody else until the end of the transaction. */
export async function mustHold(
  tx: Tx,
  context: Pick<Context, 'workspaceId' | 'now'>,
  id: string,
  own: string | null,
): Promise<ClaimRecord> {
  if (!(await lockClaim(tx, context.workspaceId, id))) throw new Refusal('not_found');
  return mustFind(tx, context, id, own);
}

/** A claim with all that was said, as the actor may read it. */
export async function detailOf(tx: Tx, context: Context, record: ClaimRecord): Promise<Wire<ClaimDetail>> {
  const { workspaceId, actor, language, now, db } = context;
  const { zone } = await workspaceKeys(db, workspaceId);
  const entries = await selectEntries(tx, workspaceId, record.id);
  const subject = encodeId('clm', record.id);
  const filesOf = await attachedFiles(tx, workspaceId, [subject]);
  const files = entries.map(({ number }) => filesOf(subject, number));
  const actors = entries.map((entry) => entry.actor);
  const named = ownPartner(actor) === null ? await nameActors(tx, workspaceId, actors) : [];
  const names = named.map(({ kind, name }) => (kind === 'system' ? null : name));
  return { ...claimToContract(record, { language, now: now(), zone }), entries: entriesToContract(entries, names, files) };
}

/** Whether somebody may read a claim, and so the files in it: the company, and its own partner. */
export async function mayReadClaim(tx: Tx, { actor, workspaceId, now }: Context, id: string): Promise<boolean> {
  if (!permits(actor, ['owner', 'manager', 'finance', 'viewer', 'partner'], 'read')) return false;
  const filter = { ids: [id], partnerId: ownPartner(actor), now: now(), limit: 1 };
  return (await selectClaims(tx, workspaceId, filter)).length === 1;
}
