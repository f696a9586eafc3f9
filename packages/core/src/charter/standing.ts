import type { LocalDate } from '../time/index.ts';
import { shiftDate } from '../time/index.ts';

/**
 * How a version of a charter stands.
 * `own`: its author alone writes it · `shared`: both change it by proposals · `approved`: by both, and never changed again ·
 * `announced`: a replacement that holds unless the partner objects · `signed` · `dropped`
 */
export const versionStates = ['own', 'shared', 'approved', 'announced', 'signed', 'dropped'] as const;
export type VersionState = (typeof versionStates)[number];

export const versionSteps = ['edit', 'share', 'propose', 'approve', 'announce', 'object', 'sign', 'drop'] as const;
export type VersionStep = (typeof versionSteps)[number];

const allowed: Readonly<Record<VersionStep, readonly VersionState[]>> = {
  edit: ['own'],
  share: ['own'],
  propose: ['shared'],
  approve: ['shared'],
  announce: ['own', 'shared'],
  object: ['announced'],
  sign: ['approved'],
  drop: ['own', 'shared', 'approved'],
};

/** Whether a step may be taken on a version that stands so. */
export function mayStep(state: VersionState, step: VersionStep): boolean {
  return allowed[step].includes(state);
}

/** Where it stands for good once there. */
export function isSettled(state: VersionState): boolean {
  return state === 'signed' || state === 'dropped';
}

/** A version as far as being in force depends on it. */
export interface DatedVersion {
  readonly number: number;
  readonly state: VersionState;
  /** The first day it holds; null until that is known. */
  readonly holdsFrom: LocalDate | null;
}

/** The version that holds on a day, if one does; `endsOn`: the first day on which none does any more. */
export function versionOn<Version extends DatedVersion>(
  versions: readonly Version[],
  day: LocalDate,
  endsOn: LocalDate | null,
): Version | null {
  if (endsOn !== null && endsOn <= day) return null;
  let best: Version | null = null;
  for (const version of versions) {
    const { state, holdsFrom } = version;
    if ((state !== 'signed' && state !== 'announced') || holdsFrom === null || holdsFrom > day) continue;
    const isLater =
      best === null || holdsFrom > (best.holdsFrom ?? '') || (holdsFrom === best.holdsFrom && version.number > best.number);
    if (isLater) best = version;
  }
  return best;
}

/** The first day an announced replacement can hold: the notice of the version in force after the announcement. */
export function earliestReplacement(announcedOn: LocalDate, replaceDays: number): LocalDate {
  return shiftDate(announcedOn, replaceDays);
}

/** Whether the partner may still object to a replacement that was announced. */
export function canObject(today: LocalDate, holdsFrom: LocalDate): boolean {
  return today < holdsFrom;
}
