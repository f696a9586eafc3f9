import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';

/** Of these customers, each with an instant, the places of those who had a sale recorded before it. */
export async function boughtBefore(
  tx: Tx,
  workspaceId: string,
  asked: readonly { readonly customerId: string; readonly before: Instant }[],
): Promise<ReadonlySet<number>> {
  if (asked.length === 0) return new Set();
  const rows = await tx.query<{ place: bigint }>(
    `select a.place from unnest($2::uuid[], $3::timestamptz[]) with ordinality as a (customer_id, before, place)
      -- One index look-up each, whatever the planner thinks of a table that grows faster than its statistics.
      cross join lateral (
        select 1 from fact where workspace_id = $1 and customer_id = a.customer_id and kind = 'sale' and recorded_at < a.before
         limit 1) s`,
    [workspaceId, asked.map(({ customerId }) => customerId), asked.map(({ before }) => new Date(before))],
  );
  return new Set(rows.map(({ place }) => Number(place) - 1));
}

/**
 * The customers known by this address, a hundred at most. No index serves it, for one would make every import slower: to be asked
 * once a declaration, never behind the lock of the order.
 */
export async function customersWithEmail(tx: Tx, workspaceId: string, email: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from customer where workspace_id = $1 and lower(email) = lower($2) limit 100`,
    [workspaceId, email.trim()],
  );
  return rows.map(({ id }) => id);
}

export interface KnownCustomer {
  readonly email: string | null;
  readonly name: string | null;
  readonly country: string | null;
}

/** What the company knows of a customer; null when it has none of this id. */
export async function knownCustomer(tx: Tx, workspaceId: string, customerId: string): Promise<KnownCustomer | null> {
  const [row] = await tx.query<KnownCustomer>(`select email, name, country from customer where workspace_id = $1 and id = $2`, [
    workspaceId,
    customerId,
  ]);
  return row ?? null;
}

/** Forgets whom contributions of an erased customer named. */
export async function forgetNamed(tx: Tx, workspaceId: string, customerId: string): Promise<void> {
  await tx.query(
    `update contribution set customer_external_id = null, customer_name = null, customer_email = null, customer_country = null,
       name_key = null, email_hash = null, description = null, introduced_to = null, consent_how = null
      where workspace_id = $1 and customer_id = $2`,
    [workspaceId, customerId],
  );
}
