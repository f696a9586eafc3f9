import { valueAt } from '../counting/terms.ts';
import type { Instant } from '../time/index.ts';
import type { PriorityGroup } from '../plan/plan.ts';
import type { CompiledModel, PositionWeights } from './compile-rules.ts';
import type { Contestant } from './consider.ts';
import type { RejectionReason } from './credit.ts';
import { decayWeight } from './decay.ts';

/** A touchpoint's positive weight in the split, or why it has none. */
export type Standing = bigint | RejectionReason;

/**
 * How the contestants, oldest first, stand under a model: one standing each, or null when the model has nobody to credit.
 * The agreed split falls back to the last touchpoint here; its own rule is in agreed-credits.ts.
 */
export function weigh(model: CompiledModel, contestants: readonly Contestant[], knownAt: Instant): readonly Standing[] | null {
  switch (model.kind) {
    case 'agreed':
      return weighSimply('last', contestants.length);
    case 'position':
      return weighByPosition(model.ends, contestants.length);
    case 'time_decay':
      return weighByAge(model.halfLife, contestants);
    case 'priority':
      return weighByPriority(model.groups, model.within, contestants, knownAt);
    default:
      return weighSimply(model.kind, contestants.length);
  }
}

function weighSimply(kind: 'first' | 'last' | 'linear', count: number): Standing[] {
  if (kind === 'linear') return Array.from({ length: count }, () => 1n);
  const winner = kind === 'first' ? 0 : count - 1;
  const lost = kind === 'first' ? 'not_first' : 'not_last';
  return Array.from({ length: count }, (_, index) => (index === winner ? 1n : lost));
}

function weighByPosition(ends: PositionWeights, count: number): Standing[] {
  if (count === 1) return [1n];
  const between = BigInt(Math.max(1, count - 2));
  const weights = Array.from({ length: count }, (_, index) => {
    if (index === 0) return ends.first * between;
    return index === count - 1 ? ends.last * between : ends.middle;
  });
  if (weights.every((weight) => weight === 0n)) return weighSimply('linear', count);
  return weights.map((weight, index) => {
    if (weight > 0n) return weight;
    return index === 0 ? 'not_last' : 'not_first';
  });
}

function weighByAge(halfLife: bigint, contestants: readonly Contestant[]): Standing[] {
  const newest = contestants.at(-1)?.touch.at ?? 0;
  return contestants.map(({ touch }) => decayWeight(BigInt(newest - touch.at), halfLife));
}

function weighByPriority(
  groups: readonly PriorityGroup[],
  within: 'first' | 'last' | 'linear',
  contestants: readonly Contestant[],
  knownAt: Instant,
): Standing[] | null {
  for (const group of groups) {
    const members = contestants.map((contestant) => belongs(contestant, group, knownAt));
    const count = members.filter(Boolean).length;
    if (count === 0) continue;
    const inside = weighSimply(within, count).values();
    return members.map((member) => (member ? (inside.next().value ?? 'lower_priority') : 'lower_priority'));
  }
  return null;
}

function belongs({ touch, enrollment }: Contestant, group: PriorityGroup, knownAt: Instant): boolean {
  if (group.via?.includes(touch.via) === true) return true;
  if (group.partnerIds?.includes(enrollment.partnerId) === true) return true;
  if (group.kinds === undefined) return false;
  const kind = valueAt(enrollment.partner, touch.at, knownAt)?.kind;
  return kind !== undefined && group.kinds.includes(kind);
}
