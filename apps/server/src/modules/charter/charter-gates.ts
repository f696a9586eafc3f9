import type { GateFacts } from '@cordee/core/partnership';
import { localDateOf, type Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { zoneOf } from '../fact/index.ts';
import { selectChartersOf, type PartnerCharters } from './charter.store.ts';
import { partnersAsked } from './queries/charters-on.ts';

/**
 * Whether these partners have a charter that both sides approved and signed, and that has not ended. Of a partner without one nothing is
 * asked, unless the company asks for a charter.
 */
export async function charterGates(
  tx: Tx,
  workspaceId: string,
  partnerIds: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, GateFacts>> {
  const today = localDateOf(now, await zoneOf(tx, workspaceId));
  const charters = await selectChartersOf(tx, workspaceId, partnerIds);
  const asked = new Set(await partnersAsked(tx, workspaceId, partnerIds, now));
  const known = partnerIds.filter((id) => asked.has(id) || charters.has(id));
  return new Map(known.map((id) => [id, factsOf(charters.get(id) ?? [], today)]));
}

function factsOf(charters: readonly PartnerCharters[], today: string): GateFacts {
  const open = charters.filter(({ endsOn }) => endsOn === null || endsOn > today);
  const isSigned = open.some(({ versions }) => versions.some(({ state }) => state === 'signed'));
  const isApproved = isSigned || open.some(({ versions }) => versions.some(({ state }) => state === 'approved'));
  return { charter_approved: isApproved ? 'true' : 'false', charter_signed: isSigned ? 'true' : 'false' };
}
