import type { Fact, FactKind } from '@cordee/core/counting';
import type { Instant } from '@cordee/core/time';
import type { Tx } from '../../platform/db/index.ts';
import type { FactDraft, FactKey } from './draft.ts';
import { factChain, type ReadyFact } from './fact-chain.ts';
import type { OrderHead } from './order.store.ts';

/** Where COPY writes facts, and the order of their columns. */
export const factTarget =
  'fact_0 (workspace_id, seq, kind, source, external_id, occurred_at, recorded_at, customer_id, currency, amount, target_seq, body, awaits, input_hash, hash)';

export interface KnownFact {
  readonly key: FactKey;
  readonly seq: bigint;
  readonly kind: FactKind;
  readonly inputHash: Buffer;
  readonly recordedAt: Instant;
}

/** The facts already recorded under these keys. */
export async function findFacts(tx: Tx, workspaceId: string, keys: readonly FactKey[]): Promise<Map<string, KnownFact>> {
  const found = new Map<string, KnownFact>();
  if (keys.length === 0) return found;
  const rows = await tx.query<{
    source: string;
    external_id: string;
    seq: bigint;
    kind: FactKind;
    input_hash: Buffer;
    recorded_at: number;
  }>(
    `select f.source, f.external_id, f.seq, f.kind, f.input_hash, f.recorded_at
       from unnest($2::text[], $3::text[]) as asked (source, external_id)
       -- One index look-up each, whatever the planner thinks of a table that grows faster than its statistics.
       cross join lateral (
         select * from fact where workspace_id = $1 and source = asked.source and external_id = asked.external_id limit 1) f`,
    [workspaceId, keys.map((key) => key.source), keys.map((key) => key.externalId)],
  );
  for (const row of rows) {
    const key = { source: row.source, externalId: row.external_id };
    found.set(keyText(key), {
      key,
      seq: row.seq,
      kind: row.kind,
      inputHash: row.input_hash,
      recordedAt: row.recorded_at,
    });
  }
  return found;
}

export function keyText(key: FactKey): string {
  return `${key.source}\u001F${key.externalId}`;
}

/**
 * Appends facts behind `head`, which the caller holds locked: numbers them, chains their hashes, copies them in with what is
 * known of their customers, and moves the head. Nobody waits for that: it travels with the next statements, at the latest with
 * the commit, and fails it. A key that exists already does; callers look first.
 */
export function appendFacts(tx: Tx, workspaceId: string, head: OrderHead, ready: readonly ReadyFact[]): Fact[] {
  return appendBehind(tx, workspaceId, head, ready).facts;
}

export interface Appended {
  readonly facts: Fact[];
  /** Where the order then ends. */
  readonly order: OrderHead;
}

/** As `appendFacts`, also when the head is not locked but only remembered: if the order does not end there any more, it fails. */
export function appendBehind(tx: Tx, workspaceId: string, head: OrderHead, ready: readonly ReadyFact[]): Appended {
  const chain = factChain(workspaceId, head);
  const facts: Fact[] = [];
  let rows = '';
  for (const one of ready) {
    const { fact, row } = chain.add(one);
    facts.push(fact);
    rows += row;
  }
  const order = { ...head, ...chain.end() };
  const stored = Promise.all([
    moveFactHead(tx, workspaceId, head, order),
    saveCustomers(tx, workspaceId, ready, head.recordedAt),
    tx.copy(factTarget, rows),
  ]);
  stored.catch(() => undefined);
  return { facts, order };
}

/**
 * Moves the end of the record from where it is known to stand; that locks it. If it stands elsewhere, or the terms have changed,
 * its number would become null, which the column refuses: the transaction fails by itself.
 */
export async function moveFactHead(tx: Tx, workspaceId: string, from: OrderHead, to: OrderHead): Promise<void> {
  await tx.query(
    `update fact_head set seq = case when seq = $5 and terms_version = $6 then $2::bigint end, hash = $3, recorded_at = $4
      where workspace_id = $1`,
    [workspaceId, to.seq, to.hash, new Date(to.recordedAt), from.seq, from.termsVersion],
  );
}

/** Keeps what is known of customers in the side table; later knowledge fills gaps, an erased customer stays erased. */
export async function saveCustomers(
  tx: Tx,
  workspaceId: string,
  ready: readonly { readonly draft: Pick<FactDraft, 'customer'> }[],
  at: Instant,
): Promise<void> {
  const customers = new Map(ready.flatMap(({ draft }) => (draft.customer === null ? [] : [[draft.customer.id, draft.customer]])));
  if (customers.size === 0) return;
  const list = [...customers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.query(
    `insert into customer (workspace_id, id, external_id, email, name, country, created_at)
     select $1, c.id, c.external_id, c.email, c.name, c.country, $7
       from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as c (id, external_id, email, name, country)
     on conflict (workspace_id, id) do update set
       email = coalesce(excluded.email, customer.email),
       name = coalesce(excluded.name, customer.name),
       country = coalesce(excluded.country, customer.country)
     where customer.erased_at is null
       and (excluded.email, excluded.name, excluded.country) is distinct from (customer.email, customer.name, customer.country)`,
    [
      workspaceId,
      list.map((customer) => customer.id),
      list.map((customer) => customer.externalId),
      list.map((customer) => customer.email),
      list.map((customer) => customer.name),
      list.map((customer) => customer.country),
      new Date(at),
    ],
  );
}
