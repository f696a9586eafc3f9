import type { TimelineGroup } from './timeline-words.ts';

const GROUPS: Readonly<Record<TimelineGroup, true>> = { facts: true, terms: true, notes: true, joint: true, changes: true };

/** Which part of the timeline an address asks for; all of it for anything unknown. */
export function timelineSearch({ only }: Record<string, unknown>): { only?: TimelineGroup } {
  return typeof only === 'string' && Object.hasOwn(GROUPS, only) ? { only: only as TimelineGroup } : {};
}
