import type { Instant } from '../time/index.ts';
import { waitingStatus, type Blocks } from './blocks.ts';
import type { Fact } from './fact.ts';
import type { CommissionRef } from '../ledger/posting.ts';
import type { Commission, CommissionChange, CommissionStatus, Outcome } from './outcome.ts';

export interface CommissionState {
  readonly factSeq: bigint;
  readonly number: number;
  readonly status: CommissionStatus;
  readonly blocks: Blocks;
  readonly reversed: bigint;
  readonly payoutSeq: bigint | null;
  /** The currency it is paid in, after an exchange; null: its own. */
  readonly settledIn: string | null;
}

/** Follows what later facts do to commissions, to tell (or restore) their states. */
export interface CommissionStates {
  apply(fact: Fact, outcome: Outcome): void;
  all(): Iterable<CommissionState>;
}

interface Entry {
  readonly factSeq: bigint;
  readonly number: number;
  readonly amount: bigint;
  readonly payableAt: Instant;
  readonly owner: Owner;
  /** Where payouts find it: its owner, unless it was exchanged. */
  pool: Owner;
  /** Where it stands, or stood when all of it was taken back. */
  stage: 'pending' | 'payable' | 'in_payout' | 'paid';
  blocks: Blocks;
  isRefused: boolean;
  reversed: bigint;
  payoutSeq: bigint | null;
}

/** What a partner has in one currency. */
interface Owner {
  readonly currency: string;
  /** Those that a release may find. */
  waiting: Entry[];
  /** Those that a payout may find: released, and not paid yet. */
  released: Entry[];
}

/** No commissions yet; facts with their outcomes are to be applied in order. */
export function commissionStates(): CommissionStates {
  /** In the order of their facts and numbers, as they come. */
  const entries: Entry[] = [];
  /** Of a partner few enough to look through. */
  const owners = new Map<string, Owner[]>();

  function ownerOf({ partnerId, currency }: { readonly partnerId: string; readonly currency: string }): Owner {
    let own = owners.get(partnerId);
    if (own === undefined) {
      own = [];
      owners.set(partnerId, own);
    }
    for (const owner of own) if (owner.currency === currency) return owner;
    const made: Owner = { currency, waiting: [], released: [] };
    own.push(made);
    return made;
  }

  function add(commission: Commission): void {
    const { factSeq, number, amount, payableAt, blocks } = commission;
    const owner = ownerOf(commission);
    const entry: Entry = {
      factSeq,
      number,
      amount,
      payableAt,
      owner,
      pool: owner,
      stage: 'pending',
      blocks,
      isRefused: false,
      reversed: 0n,
      payoutSeq: null,
    };
    entries.push(entry);
    owner.waiting.push(entry);
  }

  function release(dueAt: Instant): void {
    for (const own of owners.values()) for (const owner of own) releaseDue(owner, dueAt);
  }

  return {
    apply(fact, { commissions, reversals, changes }) {
      for (const commission of commissions) add(commission);
      for (const { commission, amount } of reversals) {
        const entry = find(entries, commission);
        if (entry !== undefined) entry.reversed += amount;
      }
      for (const change of changes) {
        if (change.kind === 'released') release(change.dueAt);
        else if (change.kind === 'payout') pay(fact, ownerOf(change), change.step);
        else if (change.kind === 'exchanged') exchange(ownerOf(change), ownerOf({ ...change, currency: change.to }));
        else {
          const entry = find(entries, change.commission);
          if (entry !== undefined) follow(entry, change);
        }
      }
    },
    *all() {
      for (const entry of entries) {
        const { factSeq, number, blocks, reversed, payoutSeq, pool, owner } = entry;
        const settledIn = pool === owner ? null : pool.currency;
        yield { factSeq, number, status: statusOf(entry), blocks, reversed, payoutSeq, settledIn };
      }
    },
  };
}

function releaseDue(owner: Owner, dueAt: Instant): void {
  const { waiting, released } = owner;
  owner.waiting = [];
  for (const entry of waiting) {
    if (statusOf(entry) === 'pending' && entry.payableAt <= dueAt) {
      entry.stage = 'payable';
      released.push(entry);
    } else owner.waiting.push(entry);
  }
}

function pay(fact: Fact, owner: Owner, step: 'started' | 'confirmed' | 'rejected'): void {
  for (const entry of owner.released) {
    if (entry.pool !== owner) continue;
    if (step === 'started' && statusOf(entry) === 'payable') Object.assign(entry, { stage: 'in_payout', payoutSeq: fact.seq });
    else if (step !== 'started' && entry.payoutSeq === fact.targetSeq) leavePayout(entry, step);
  }
  if (step === 'confirmed') owner.released = owner.released.filter(({ stage }) => stage !== 'paid');
}

/** What is payable goes along; what waits stays where it was earned. */
function exchange(from: Owner, to: Owner): void {
  const stays: Entry[] = [];
  for (const entry of from.released) {
    if (entry.pool !== from || statusOf(entry) !== 'payable') stays.push(entry);
    else {
      entry.pool = to;
      to.released.push(entry);
    }
  }
  from.released = stays;
}

function leavePayout(entry: Entry, step: 'confirmed' | 'rejected'): void {
  if (entry.stage === 'in_payout') entry.stage = step === 'confirmed' ? 'paid' : 'payable';
  // Nothing of it was left to go anywhere, and yet it stood in the payout.
  else if (entry.reversed !== entry.amount) return;
  if (step === 'rejected') entry.payoutSeq = null;
}

/** Halves what is left until the place is found. */
function find(entries: readonly Entry[], { factSeq, number }: CommissionRef): Entry | undefined {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry === undefined) return undefined;
    if (entry.factSeq < factSeq || (entry.factSeq === factSeq && entry.number < number)) low = middle + 1;
    else high = middle;
  }
  const found = entries[low];
  return found?.factSeq === factSeq && found.number === number ? found : undefined;
}

function statusOf({ reversed, amount, stage, blocks, isRefused }: Entry): CommissionStatus {
  if (reversed === amount) return isRefused ? 'refused' : 'reversed';
  return stage === 'pending' ? waitingStatus(blocks) : stage;
}

function follow(entry: Entry, change: Extract<CommissionChange, { commission: CommissionRef }>): void {
  if (change.kind === 'refused') {
    entry.isRefused = true;
    return;
  }
  entry.blocks = change.blocks;
  // Past pending it stands where its payout has taken it meanwhile.
  if (change.kind === 'returned' && change.to === 'payable') return;
  if (entry.stage !== 'pending') entry.owner.waiting.push(entry);
  // It waits in its own currency again: that is where the books take it back to.
  entry.pool = entry.owner;
  entry.stage = 'pending';
}
