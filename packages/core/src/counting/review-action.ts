import type { FactKind } from './fact.ts';
import { isBlockedBy, type Blocks } from './blocks.ts';
import type { CommissionStatus } from './outcome.ts';

/** What somebody of the company decides about a commission. */
export type ReviewAction = 'approve' | 'hold' | 'unhold' | 'refuse';

export const reviewActions = ['approve', 'hold', 'unhold', 'refuse'] as const satisfies readonly ReviewAction[];

/** What became of one: done, nothing to do because it already is so, or impossible because of where the commission stands. */
export type ReviewVerdict = 'done' | 'unchanged' | 'in_payout' | 'paid' | 'reversed';

export const reviewKinds = {
  approve: 'commission_approved',
  hold: 'commission_held',
  unhold: 'commission_unheld',
  refuse: 'commission_refused',
} as const satisfies Readonly<Record<ReviewAction, FactKind>>;

/** The action a fact tells, or null for facts of other kinds. */
export function reviewActionOf(kind: FactKind): ReviewAction | null {
  return reviewActions.find((action) => reviewKinds[action] === kind) ?? null;
}

/** Whoever holds back or refuses money that was earned says why. */
export function needsReason(action: ReviewAction): boolean {
  return action === 'hold' || action === 'refuse';
}

/**
 * Whether an action makes a difference to a commission as it stands. What is in a payout or paid can no longer be held; refused, it
 * leaves a debt that the next payout makes up, as a refund after payment does. Nothing is left to decide of what was taken back.
 */
export function reviewVerdict(
  action: ReviewAction,
  { status, blocks }: { status: CommissionStatus; blocks: Blocks },
): ReviewVerdict {
  if (status === 'refused') return action === 'refuse' ? 'unchanged' : 'reversed';
  if (status === 'reversed') return 'reversed';
  if (action === 'refuse') return 'done';
  if (action === 'approve') return isBlockedBy(blocks, 'review') ? 'done' : 'unchanged';
  if (action === 'unhold') return isBlockedBy(blocks, 'hold') ? 'done' : 'unchanged';
  if (status === 'in_payout' || status === 'paid') return status;
  return isBlockedBy(blocks, 'hold') ? 'unchanged' : 'done';
}
