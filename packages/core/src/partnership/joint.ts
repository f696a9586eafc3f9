import type { Side } from './side.ts';

/** What both sides may state together. */
export const jointKinds = ['decision', 'figure', 'meeting', 'contact'] as const;
export type JointKind = (typeof jointKinds)[number];

/** `confirmed` is a joint fact; the others are what one side said. */
export const jointStates = ['proposed', 'confirmed', 'contested', 'withdrawn'] as const;
export type JointState = (typeof jointStates)[number];

export const jointSteps = ['confirm', 'contest', 'withdraw'] as const;
export type JointStep = (typeof jointSteps)[number];

/**
 * How a statement stands after a step of one side; null when that side cannot take it. The side across confirms or contests, the side
 * that proposed withdraws; what was answered stays.
 */
export function jointAfter(state: JointState, proposedBy: Side, step: JointStep, by: Side): JointState | null {
  if (state !== 'proposed') return null;
  if (step === 'withdraw') return by === proposedBy ? 'withdrawn' : null;
  if (by === proposedBy) return null;
  return step === 'confirm' ? 'confirmed' : 'contested';
}
