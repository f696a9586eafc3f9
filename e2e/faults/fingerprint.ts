import type { Database } from '../../apps/server/src/platform/db/index.ts';

/** Every table of the product: how many rows, and a sum over what they hold. */
export type Fingerprint = ReadonlyMap<string, string>;

/** Kept about requests themselves, refused or not. */
const bookkeeping = ['idempotency', 'auth_session'];

/** Sums of what was counted, made a little later by themselves: they follow facts, never requests. `verify` adds them again. */
const sums = ['conversion_head', 'conversion_daily', 'cohort_customer', 'cohort_monthly', 'partner_figures', 'partner_fact'];

/** What is told of what was written, a little later: the outbox is filled with the audit trail, which is looked at. */
const telling = ['outbox', 'commission_change', 'webhook_head', 'webhook_event', 'webhook_delivery', 'mail'];

const leftOut = new Set([...bookkeeping, ...sums, ...telling]);

/**
 * Reads fingerprints of the whole database, past row-level security: for its owner. While no transaction that writes has ended
 * since the last time, nothing is read again.
 */
export async function fingerprinter(owner: Database): Promise<() => Promise<Fingerprint>> {
  const tables = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
      order by relname`,
  );
  const parts = tables
    .filter(({ name }) => !leftOut.has(name))
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)), 0) as state
           from ${name} t`,
    );
  const query = parts.join(' union all ');
  let last: { readonly writes: string; readonly state: Fingerprint } | undefined;
  return async () => {
    const [now] = await owner.query<{ writes: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as writes');
    if (now === undefined) throw new Error('the database does not say what was written last');
    if (last?.writes === now.writes) return last.state;
    const rows = await owner.query<{ name: string; state: string }>(query);
    last = { writes: now.writes, state: new Map(rows.map(({ name, state }) => [name, state])) };
    return last.state;
  };
}

/** The tables that are not the same. */
export function changedTables(before: Fingerprint, after: Fingerprint): string[] {
  return [...after]
    .filter(([name, state]) => before.get(name) !== state)
    .map(([name, state]) => `${name}: ${before.get(name)} → ${state}`);
}
