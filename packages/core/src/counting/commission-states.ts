import type { Instant } from '../time/index.ts';
import type { Fact } from './fact.ts';
import type { CommissionRef } from '../ledger/posting.ts';
import type { Commission, CommissionChange, CommissionStatus, Outcome } from './outcome.ts';

export interface CommissionState {
  readonly factSeq: bigint;
  readonly number: number;
  readonly status: CommissionStatus;
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
  /** Where it stands, or stood when all of it was taken back. */
  stage: Exclude<CommissionStatus, 'reversed'>;
  reversed: bigint;
  payoutSeq: bigint | null;
}

/** No commissions yet; facts with their outcomes are to be applied in order. */
export function commissionStates(): CommissionStates {
  const entries = new Map<string, Entry>();
  /** By partner and currency: where releases and payouts look. */
  const byOwner = new Map<string, Set<Entry>>();

  function add(commission: Commission): void {
    const { factSeq, number, amount, payableAt, partnerId, currency } = commission;
    const entry: Entry = { factSeq, number, amount, payableAt, stage: 'pending', reversed: 0n, payoutSeq: null };
    entries.set(keyOf(commission), entry);
    const owner = `${partnerId}|${currency}`;
    const own = byOwner.get(owner) ?? new Set();
    byOwner.set(owner, own.add(entry));
  }

  function release(dueAt: Instant): void {
    for (const own of byOwner.values()) {
      for (const entry of own) if (statusOf(entry) === 'pending' && entry.payableAt <= dueAt) entry.stage = 'payable';
    }
  }

  function pay(fact: Fact, owner: string, step: 'started' | 'confirmed' | 'rejected'): void {
    for (const entry of byOwner.get(owner) ?? []) {
      if (step === 'started' && statusOf(entry) === 'payable') Object.assign(entry, { stage: 'in_payout', payoutSeq: fact.seq });
      else if (step !== 'started' && entry.stage === 'in_payout' && entry.payoutSeq === fact.targetSeq) {
        Object.assign(entry, step === 'confirmed' ? { stage: 'paid' } : { stage: 'payable', payoutSeq: null });
      }
    }
  }

  return {
    apply(fact, { commissions, reversals, changes }) {
      for (const commission of commissions) add(commission);
      for (const { commission, amount } of reversals) {
        const entry = entries.get(keyOf(commission));
        if (entry !== undefined) entry.reversed += amount;
      }
      for (const change of changes) {
        if (change.kind === 'released') release(change.dueAt);
        else if (change.kind === 'payout') pay(fact, `${change.partnerId}|${change.currency}`, change.step);
        else {
          const entry = entries.get(keyOf(change.commission));
          if (entry !== undefined && statusOf(entry) !== 'reversed') entry.stage = stageAfter(change, entry.stage);
        }
      }
    },
    *all() {
      for (const entry of entries.values()) {
        const { factSeq, number, reversed, payoutSeq } = entry;
        yield { factSeq, number, status: statusOf(entry), reversed, payoutSeq };
      }
    },
  };
}

function statusOf({ reversed, amount, stage }: Entry): CommissionStatus {
  return reversed === amount ? 'reversed' : stage;
}

type StageChange = Extract<CommissionChange, { commission: CommissionRef }>;

function stageAfter(change: StageChange, stage: Entry['stage']): Entry['stage'] {
  if (change.kind === 'suspended') return 'suspended';
  if (change.kind === 'restored') return 'pending';
  if (change.kind === 'returned' && change.to !== 'payable') return change.to;
  // Past pending it stands where its payout has taken it meanwhile.
  return stage;
}

function keyOf({ factSeq, number }: { readonly factSeq: bigint; readonly number: number }): string {
  return `${factSeq}.${number}`;
}
