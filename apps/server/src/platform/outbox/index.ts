export { followOutbox, type FollowOutbox, type Reaction } from './follow-outbox.ts';
export { openFollower, type Follower } from './follower.ts';
export type { Happened } from './outbox.store.ts';
