import type { Instant } from '../time/index.ts';
import { waitingStatus, type Blocks } from './blocks.ts';
import type { Fact } from './fact.ts';
import type { Commission, CommissionStatus, Outcome } from './outcome.ts';

export interface CommissionState {
  readonly factSeq: bigint;
  readonly number: number;
  readonly status: CommissionStatus;
  readonly blocks: Blocks;
  readonly reversed: bigint;
  readonly payoutSeq: bigint | null;
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
  status: CommissionStatus;
  blocks: Blocks;
  reversed: bigint;
  payoutSeq: bigint | null;
}

/** No commissions yet; facts with their outcomes are to be applied in order. */
export function commissionStates(): CommissionStates {
  const entries = new Map<string, Entry>();
  /** By partner and currency: where releases and payouts look. */
  const byOwner = new Map<string, Set<Entry>>();

  function add(commission: Commission): void {
    const { factSeq, number, amount, payableAt, blocks, partnerId, currency } = commission;
    const status = waitingStatus(blocks);
    const entry: Entry = { factSeq, number, amount, payableAt, status, blocks, reversed: 0n, payoutSeq: null };
    entries.set(keyOf(commission), entry);
    const owner = `${partnerId}|${currency}`;
    const own = byOwner.get(owner) ?? new Set();
    byOwner.set(owner, own.add(entry));
  }

  function release(dueAt: Instant): void {
    for (const own of byOwner.values()) {
      for (const entry of own) if (entry.status === 'pending' && entry.payableAt <= dueAt) entry.status = 'payable';
    }
  }

  function pay(fact: Fact, owner: string, step: 'started' | 'confirmed' | 'rejected'): void {
    for (const entry of byOwner.get(owner) ?? []) {
      if (step === 'started' && entry.status === 'payable') Object.assign(entry, { status: 'in_payout', payoutSeq: fact.seq });
      else if (step !== 'started' && entry.status === 'in_payout' && entry.payoutSeq === fact.targetSeq) {
        Object.assign(entry, step === 'confirmed' ? { status: 'paid' } : { status: 'payable', payoutSeq: null });
      }
    }
  }

  return {
    apply(fact, { commissions, reversals, changes }) {
      for (const commission of commissions) add(commission);
      for (const { commission, amount } of reversals) {
        const entry = entries.get(keyOf(commission));
        if (entry === undefined) continue;
        entry.reversed += amount;
        if (entry.reversed === entry.amount) entry.status = 'reversed';
      }
      for (const change of changes) {
        if (change.kind === 'released') release(change.dueAt);
        else if (change.kind === 'payout') pay(fact, `${change.partnerId}|${change.currency}`, change.step);
        else {
          const entry = entries.get(keyOf(change.commission));
          if (entry === undefined) continue;
          const isTakenBack = entry.reversed === entry.amount;
          if (change.kind === 'refused') entry.status = 'refused';
          else {
            entry.blocks = change.blocks;
            if (!isTakenBack) entry.status = change.status;
          }
        }
      }
    },
    all: () => entries.values(),
  };
}

function keyOf({ factSeq, number }: { readonly factSeq: bigint; readonly number: number }): string {
  return `${factSeq}.${number}`;
}
