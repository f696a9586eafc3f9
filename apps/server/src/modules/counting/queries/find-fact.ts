import { parseSequenceUuid } from '@cordee/core/ids';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ownPartner } from '../../../platform/own-partner.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { concernsPartner, selectFacts, type ListedFact } from '../fact-list.store.ts';

/** The fact behind an id, when the reader may see it. Refuses `not_found`, also for an id whose time is not the fact's. */
export async function findFact(tx: Tx, { workspaceId, actor }: Context, uuid: string): Promise<ListedFact> {
  const parts = parseSequenceUuid(uuid);
  if (parts === null || parts.n !== 0) throw new Refusal('not_found');
  const [fact] = await selectFacts(tx, workspaceId, { seqs: [parts.seq] });
  if (fact === undefined || fact.recorded_at !== parts.at) throw new Refusal('not_found');
  const own = ownPartner(actor);
  if (own !== null && !(await concernsPartner(tx, workspaceId, fact.seq, own))) throw new Refusal('not_found');
  return fact;
}
