import {
  type Conversion,
  type CountingState,
  customerNeeds,
  type CustomerRecord,
  type DueAmount,
  type Fact,
  type PayoutRecord,
  type Terms,
} from '@cordee/core/counting';
import type { Tx } from '../../platform/db/index.ts';
import { counterEntity } from './counter-entity.ts';
import type { CountingCache } from './counting-cache.ts';
import { loadConversions } from './conversion.store.ts';
import { loadCustomers } from './customer.store.ts';
import { entitiesOf } from './entities.ts';
import { loadCounters, loadDue, loadPayouts } from './state.store.ts';

/** Counting asked for counters that were not loaded: load them and count the batch again. */
export class CountersMissing extends Error {
  override readonly name = 'CountersMissing';
  readonly entity: string;
  constructor(entity: string) {
    super(`counters of ${entity} are not loaded`);
    this.entity = entity;
  }
}

export interface BatchState extends CountingState {
  /** What the batch added, by key. */
  readonly deltas: ReadonlyMap<string, { readonly entity: string; readonly delta: bigint }>;
}

/** The state to count `facts` on, filled from the database where the cache does not know it. */
export async function openBatchState(
  tx: Tx,
  workspaceId: string,
  cache: CountingCache,
  facts: readonly Fact[],
  terms: Terms,
  alsoEntities: ReadonlySet<string>,
): Promise<BatchState> {
  const conversions = await loadConversions(tx, workspaceId, targetsBefore(facts, cache.seq));
  cache.needs = customerNeeds(terms);
  await fillCustomers(tx, workspaceId, cache, customersOf(facts, conversions), terms);
  const entities = entitiesOf(facts, cache.customers, conversions, terms);
  for (const entity of alsoEntities) entities.add(entity);
  await fillCounters(tx, workspaceId, cache, entities);
  const payouts = await loadPayouts(tx, workspaceId, facts);
  const only = facts.length === 1 ? facts[0] : undefined;
  const due = only?.kind === 'maturity' ? await loadDue(tx, workspaceId, only.body.dueAt ?? only.occurredAt) : [];
  return stateOver(cache, conversions, payouts, due, new Set(facts.map(({ targetSeq }) => targetSeq)));
}

function targetsBefore(facts: readonly Fact[], countedSeq: bigint): bigint[] {
  const targets = facts.flatMap(({ targetSeq }) => (targetSeq !== null && targetSeq <= countedSeq ? [targetSeq] : []));
  return [...new Set(targets)];
}

/** Whose records counting asks for: a qualified lead names none and means its lead's. */
function customersOf(facts: readonly Fact[], conversions: ReadonlyMap<bigint, Conversion>): Set<string> {
  const ids = new Set<string>();
  for (const { customerId, kind, targetSeq } of facts) {
    const meant = kind === 'lead_qualified' ? conversions.get(targetSeq ?? -1n)?.customerId : customerId;
    if (meant !== null && meant !== undefined) ids.add(meant);
  }
  return ids;
}

async function fillCustomers(
  tx: Tx,
  workspaceId: string,
  cache: CountingCache,
  customerIds: ReadonlySet<string>,
  terms: Terms,
): Promise<void> {
  const missing = new Set<string>();
  for (const customerId of customerIds) {
    const known = cache.customers.get(customerId);
    if (known === undefined) missing.add(customerId);
    else refresh(cache, customerId, known);
  }
  if (missing.size === 0) return;
  const loaded = await loadCustomers(tx, workspaceId, cache.seq, [...missing], terms);
  for (const [id, customer] of loaded) cache.customers.set(ownText(id), customer);
}

/** Puts a customer last in line to be forgotten: what the run under way changes is not in the tables yet. */
function refresh({ customers }: CountingCache, id: string, customer: CustomerRecord): void {
  customers.delete(id);
  customers.set(id, customer);
}

/** A piece of a larger text keeps all of it in memory; a copy does not. */
function ownText(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

async function fillCounters(tx: Tx, workspaceId: string, cache: CountingCache, entities: ReadonlySet<string>): Promise<void> {
  const missing = [...entities].filter((entity) => !cache.counters.has(entity));
  if (missing.length === 0) return;
  const loaded = await loadCounters(tx, workspaceId, missing);
  for (const entity of missing) cache.counters.set(entity, loaded.get(entity) ?? new Map());
}

function stateOver(
  cache: CountingCache,
  conversions: Map<bigint, Conversion>,
  payouts: Map<string, PayoutRecord>,
  due: readonly DueAmount[],
  targets: ReadonlySet<bigint | null>,
): BatchState {
  const deltas = new Map<string, { entity: string; delta: bigint }>();
  function countersOf(key: string): Map<string, bigint> {
    const entity = counterEntity(key);
    const known = cache.counters.get(entity);
    if (known === undefined) throw new CountersMissing(entity);
    return known;
  }
  return {
    deltas,
    customer(id): CustomerRecord {
      const customer = cache.customers.get(id);
      if (customer === undefined) throw new Error('a fact reached counting without its customer loaded');
      return customer;
    },
    conversion: (seq) => conversions.get(seq),
    isTarget: (seq) => targets.has(seq),
    remember(conversion) {
      conversions.set(conversion.factSeq, conversion);
    },
    counter: (key) => countersOf(key).get(key) ?? 0n,
    addToCounter(key, delta) {
      const counters = countersOf(key);
      counters.set(key, (counters.get(key) ?? 0n) + delta);
      const known = deltas.get(key);
      if (known === undefined) deltas.set(key, { entity: counterEntity(key), delta });
      else known.delta += delta;
    },
    release: () => due,
    pendingChanged: () => undefined,
    payout: (id) => payouts.get(id),
    rememberPayout(id, payout) {
      payouts.set(id, payout);
    },
  };
}
