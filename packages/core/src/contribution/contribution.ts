import type { Instant } from '../time/index.ts';

export type StoredState = 'waiting' | 'confirmed' | 'refused' | 'withdrawn';
export type ContributionState = StoredState | 'expired';
export type ContributionStep = 'confirm' | 'refuse' | 'withdraw';

/** How a contribution stands at `now`: what is open when its validity ends has expired, without anybody doing anything. */
export function stateOfContribution(stored: StoredState, validUntil: Instant | null, now: Instant): ContributionState {
  const isOpen = stored === 'waiting' || stored === 'confirmed';
  return isOpen && validUntil !== null && validUntil <= now ? 'expired' : stored;
}

const steps: Readonly<Record<ContributionStep, readonly ContributionState[]>> = {
  confirm: ['waiting'],
  refuse: ['waiting'],
  withdraw: ['waiting', 'confirmed'],
};

/** Whether one that stands so may still be confirmed, refused or withdrawn. */
export function allowsStep(state: ContributionState, step: ContributionStep): boolean {
  return steps[step].includes(state);
}

export type Claim = 'deal' | 'introduction' | 'lead' | 'contribution' | 'agreement';

/** What conflicts are looked for by. */
export interface Claimed {
  readonly id: string;
  readonly kind: Claim;
  readonly state: ContributionState;
  readonly partnerIds: readonly string[];
  /** None: all. */
  readonly products: readonly string[] | null;
  /** Of a split: the one sale it is about. */
  readonly saleEventId: string | null;
}

export interface Conflict {
  readonly code: 'already_registered' | 'already_agreed' | 'customer_known';
  /** The other contribution. */
  readonly otherId: string | null;
  readonly partnerId: string | null;
  /** Confirming asks to pass over it. */
  readonly blocks: boolean;
}

/**
 * What speaks against confirming a contribution, given the other ones about the same customer and whether that customer had
 * bought before. What a partner declared itself never stands in its own way.
 */
export function conflictsOf(claimed: Claimed, others: readonly Claimed[], customerKnown: boolean): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const other of others) {
    const code = conflictBetween(claimed, other);
    if (code === null) continue;
    const { id, state, partnerIds } = other;
    conflicts.push({ code, otherId: id, partnerId: partnerIds[0] ?? null, blocks: state === 'confirmed' });
  }
  if (bringsCustomer(claimed.kind) && customerKnown)
    conflicts.push({ code: 'customer_known', otherId: null, partnerId: null, blocks: true });
  return conflicts;
}

function conflictBetween(claimed: Claimed, other: Claimed): Conflict['code'] | null {
  if (other.id === claimed.id || (other.state !== 'waiting' && other.state !== 'confirmed')) return null;
  if (claimed.kind === 'agreement' && other.kind === 'agreement') {
    return claimed.saleEventId === other.saleEventId ? 'already_agreed' : null;
  }
  const isOwn = other.partnerIds.every((partnerId) => claimed.partnerIds.includes(partnerId));
  return !isOwn && claimTheSame(claimed, other) ? 'already_registered' : null;
}

/** Whether two are about the same new customer: two deals whose products meet, or two that present the customer. */
export function claimTheSame(a: Pick<Claimed, 'kind' | 'products'>, b: Pick<Claimed, 'kind' | 'products'>): boolean {
  if (a.kind === 'deal' || b.kind === 'deal') return a.kind === b.kind && meet(a.products, b.products);
  return bringsCustomer(a.kind) && bringsCustomer(b.kind);
}

function bringsCustomer(kind: Claim): boolean {
  return kind === 'deal' || kind === 'introduction' || kind === 'lead';
}

function meet(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a === null || b === null || a.some((product) => b.includes(product));
}
