import { claimTheSame, conflictsOf, stateOfContribution, type Claimed, type Conflict } from '@cordee/core/contribution';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import { selectRivals, type ContributionRecord } from './contribution.store.ts';
import { boughtBefore } from './known-customer.store.ts';
import { meansSame } from './named-customer.ts';

/** What speaks against confirming each of these, by id, as things stand at `now`; nothing for what is decided. */
export async function findConflicts(
  tx: Tx,
  workspaceId: string,
  records: readonly ContributionRecord[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly Conflict[]>> {
  const waiting = records.filter((record) => stateOf(record, now) === 'waiting');
  if (waiting.length === 0) return new Map();
  const rivals = await selectRivals(
    tx,
    workspaceId,
    waiting.map(({ customer }) => customer),
  );
  const asked = waiting.flatMap(({ id, customer, declaredAt }) =>
    customer.customerId === null ? [] : [{ id, customerId: customer.customerId, before: declaredAt }],
  );
  const places = await boughtBefore(tx, workspaceId, asked);
  const buyers = new Set(asked.filter((_, place) => places.has(place)).map(({ id }) => id));
  return new Map(
    waiting.map((record) => {
      const others = rivals.filter((other) => meansSame(record.customer, other.customer));
      const isKnown = record.customerKnown || buyers.has(record.id);
      const claims = others.map((other) => claimedOf(other, now));
      return [record.id, conflictsOf(claimedOf(record, now), claims, isKnown)];
    }),
  );
}

export function stateOf({ stored, validUntil }: ContributionRecord, now: Instant): Claimed['state'] {
  return stateOfContribution(stored, validUntil, now);
}

export function claimedOf(record: ContributionRecord, now: Instant): Claimed {
  const { id, kind, parties, products, saleEventId } = record;
  return { id, kind, state: stateOf(record, now), partnerIds: parties.map(({ partnerId }) => partnerId), products, saleEventId };
}

/** Whether the same partner has declared the same already, and it is open: work may be declared again and again. */
export function isRepeated(record: ContributionRecord, other: ContributionRecord, now: Instant): boolean {
  const state = stateOf(other, now);
  if (state !== 'waiting' && state !== 'confirmed') return false;
  const isOwn = other.parties.every(({ enrollmentId }) => enrollmentId === record.parties[0]?.enrollmentId);
  // A lead may follow an introduction by the same partner.
  return isOwn && other.kind === record.kind && claimTheSame(record, other);
}
