import type { PartnerKind, PlanDocument } from '../plan/plan.ts';
import type { Instant } from '../time/index.ts';

/**
 * A value that changed over time, kept with the instant it holds from and the instant we learned it, so that replaying an
 * old fact sees exactly what was known when the fact was recorded. Entries are ordered by recordedAt.
 */
export interface Dated<Value> {
  readonly from: Instant;
  readonly recordedAt: Instant;
  readonly value: Value;
}

/** The value in force at `at` as known at `knownAt`: among entries known by then and started by then, the latest start, then the latest learned. */
export function valueAt<Value>(history: readonly Dated<Value>[], at: Instant, knownAt: Instant): Value | undefined {
  let best: Dated<Value> | undefined;
  for (const entry of history) {
    if (entry.recordedAt > knownAt || entry.from > at) continue;
    if (best === undefined || entry.from >= best.from) best = entry;
  }
  return best?.value;
}

/** Everything agreed in a workspace, as the counting core needs it: a read-only snapshot that holds its own history. */
export interface Terms {
  readonly workspaceId: string;
  readonly zone: string;
  readonly currency: string;
  readonly programs: ReadonlyMap<string, ProgramTerms>;
  readonly enrollments: ReadonlyMap<string, EnrollmentTerms>;
  /** Normalised link or referral code → who owned it. */
  readonly codes: ReadonlyMap<string, readonly Dated<CodeOwner>[]>;
  /** Normalised coupon → who owned it. */
  readonly coupons: ReadonlyMap<string, readonly Dated<CodeOwner>[]>;
}

export interface CodeOwner {
  readonly enrollmentId: string;
  readonly linkId: string | null;
}

export interface ProgramTerms {
  readonly id: string;
  readonly name: string;
  /** Its place among programs and its default plan, over time. */
  readonly places: readonly Dated<ProgramPlace>[];
  /** Versions by plan, each list ordered by effectiveAt. */
  readonly plans: ReadonlyMap<string, readonly PlanVersionTerms[]>;
}

export interface ProgramPlace {
  /** Programs are offered a conversion in this order, lowest first; the first with a qualifying touchpoint takes it. */
  readonly precedence: number;
  /** The plan of enrollments that have none of their own; its attribution rules decide for the whole program. */
  readonly planId: string;
}

export interface PlanVersionTerms {
  readonly id: string;
  readonly planId: string;
  readonly number: number;
  readonly publishedAt: Instant;
  readonly effectiveAt: Instant;
  readonly document: PlanDocument;
}

export type EnrollmentState = 'pending' | 'active' | 'paused' | 'ended';

export interface EnrollmentTerms {
  readonly id: string;
  readonly programId: string;
  readonly partnerId: string;
  readonly states: readonly Dated<EnrollmentState>[];
  /** null: the program's plan. */
  readonly planIds: readonly Dated<string | null>[];
  readonly partner: readonly Dated<PartnerFacts>[];
  readonly certificates: readonly Certificate[];
  /** The enrollment that brought this partner in. */
  readonly uplineEnrollmentId: string | null;
}

export interface PartnerFacts {
  readonly kind: PartnerKind;
  readonly country: string | null;
  /** Keyed hashes of the partner's own e-mail addresses, to see a purchase through its own link without storing addresses. */
  readonly emailHashes: readonly string[];
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
}

export interface Certificate {
  readonly code: string;
  readonly from: Instant;
  /** Exclusive; null while it has no end. */
  readonly to: Instant | null;
  readonly recordedAt: Instant;
}

/** The plan version of `planId` in force at `at` as known at `knownAt`, or undefined before the first. */
export function planVersionAt(
  program: ProgramTerms,
  planId: string,
  at: Instant,
  knownAt: Instant,
): PlanVersionTerms | undefined {
  const versions = program.plans.get(planId);
  if (versions === undefined) return undefined;
  let current: PlanVersionTerms | undefined;
  for (const version of versions) {
    if (version.publishedAt <= knownAt && version.effectiveAt <= at) current = version;
  }
  return current;
}

/** The version of the program's default plan in force at `at` as known at `knownAt`, or undefined when there was none. */
export function defaultVersionAt(program: ProgramTerms, at: Instant, knownAt: Instant): PlanVersionTerms | undefined {
  const place = valueAt(program.places, at, knownAt);
  return place && planVersionAt(program, place.planId, at, knownAt);
}

/** A plan version of an enrollment's program by its id. */
export function planVersionOf(terms: Terms, enrollmentId: string, versionId: string | undefined): PlanVersionTerms | undefined {
  const program = terms.programs.get(terms.enrollments.get(enrollmentId)?.programId ?? '');
  if (program === undefined || versionId === undefined) return undefined;
  for (const versions of program.plans.values()) {
    const found = versions.find((version) => version.id === versionId);
    if (found !== undefined) return found;
  }
  return undefined;
}
