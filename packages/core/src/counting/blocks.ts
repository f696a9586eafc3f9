/**
 * What keeps a commission from being released: a review that its plan asks for, a hold that somebody of the company put on it, a
 * dispute over its sale. Each begins and ends by itself; together they are one small number, in memory as in the database.
 */
export const blockBits = { review: 1, hold: 2, dispute: 4 } as const;

export const blockNames = ['review', 'hold', 'dispute'] as const satisfies readonly (keyof typeof blockBits)[];

export type Block = keyof typeof blockBits;

/** A sum of `blockBits`; 0 for a commission that nothing keeps. */
export type Blocks = number;

/** The status of a commission that has not left the pending account: of several blocks the one that weighs most. */
export type WaitingStatus = 'suspended' | 'held' | 'in_review' | 'pending';

const waitingStatuses: ReadonlySet<string> = new Set<WaitingStatus>(['suspended', 'held', 'in_review', 'pending']);

/** Whether what is left of a commission of this status stands in the pending account. */
export function isWaiting(status: string): status is WaitingStatus {
  return waitingStatuses.has(status);
}

export const noBlocks: Blocks = 0;

export function isBlockedBy(blocks: Blocks, block: Block): boolean {
  return (blocks & blockBits[block]) !== 0;
}

export function withBlock(blocks: Blocks, block: Block): Blocks {
  return blocks | blockBits[block];
}

export function withoutBlock(blocks: Blocks, block: Block): Blocks {
  return blocks & ~blockBits[block];
}

/** What a commission with these blocks is shown as: suspended before held before in review before pending. */
export function waitingStatus(blocks: Blocks): WaitingStatus {
  if (isBlockedBy(blocks, 'dispute')) return 'suspended';
  if (isBlockedBy(blocks, 'hold')) return 'held';
  return isBlockedBy(blocks, 'review') ? 'in_review' : 'pending';
}
