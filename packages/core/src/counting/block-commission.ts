import { noBlocks, withBlock, withoutBlock, type Block } from './blocks.ts';
import type { CommissionRecord, CountingState } from './state.ts';

/** Whether the next release takes it, once its hold has ended. */
export function isWaitingFreely({ status, blocks }: Pick<CommissionRecord, 'status' | 'blocks'>): boolean {
  return status === 'pending' && blocks === noBlocks;
}

/** Puts a block on what is left of a commission; true when it had been released and must go back to the pending account. */
export function putBlock(commission: CommissionRecord, block: Block, state: CountingState): boolean {
  const wasReleased = commission.status === 'payable';
  if (isWaitingFreely(commission)) changeWaiting(commission, state, -leftOf(commission));
  commission.status = 'pending';
  commission.blocks = withBlock(commission.blocks, block);
  return wasReleased;
}

/** Lifts one block; without any other, what is left waits for the next release after this fact. */
export function liftBlock(commission: CommissionRecord, block: Block, seq: bigint, state: CountingState): void {
  commission.blocks = withoutBlock(commission.blocks, block);
  commission.sinceSeq = seq;
  if (isWaitingFreely(commission)) changeWaiting(commission, state, leftOf(commission));
}

/** What has not been taken back of it. */
export function leftOf({ amount, reversed }: Pick<CommissionRecord, 'amount' | 'reversed'>): bigint {
  return amount - reversed;
}

function changeWaiting({ partnerId, currency, payableAt }: CommissionRecord, state: CountingState, delta: bigint): void {
  state.pendingChanged(partnerId, currency, payableAt, delta);
}
