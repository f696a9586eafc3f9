import type { Touchpoint } from '../counting/fact.ts';
import type { Dated, EnrollmentState, EnrollmentTerms, ProgramTerms, Terms } from '../counting/terms.ts';
import type { AttributionRules, PartnerKind, PlanDocument } from '../plan/plan.ts';
import type { AttributionInput } from './attribution-input.ts';

// Builders for tests: one conversion on day 100, partners p1…p9 enrolled as e1…e9 since day 0, touches dated by day.

export const DAY = 86_400_000;
export const CONVERSION = 100 * DAY;

const lastTouch: AttributionRules = {
  model: { kind: 'last' },
  windowDays: 30,
  coupon: 'touch',
  lifetime: 'none',
  selfReferral: 'reject',
};

export interface ProgramSpec {
  readonly id?: string;
  readonly precedence?: number;
  /** Other precedences, each since a day. */
  readonly later?: readonly (readonly [day: number, precedence: number])[];
  readonly rules?: Partial<AttributionRules>;
  readonly effectiveAt?: number;
  readonly publishedAt?: number;
  readonly partners?: readonly string[];
}

export interface PartnerSpec {
  readonly states?: readonly (readonly [day: number, state: EnrollmentState])[];
  readonly kind?: PartnerKind;
  readonly emailHashes?: readonly string[];
}

export interface TermsSpec {
  readonly programs?: readonly ProgramSpec[];
  readonly partners?: Readonly<Record<string, PartnerSpec>>;
}

const everyone = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Terms with the given programs; a program takes partners "1" to "9" unless it names others. */
export function termsOf({ programs = [{}], partners = {} }: TermsSpec): Terms {
  const built = programs.map(programTerms);
  const enrollments = programs.flatMap((spec) =>
    (spec.partners ?? everyone).map((name) => enrollmentTerms(name, spec.id ?? 'prg_a', partners[name] ?? {})),
  );
  return {
    workspaceId: 'wsp',
    zone: 'Europe/Paris',
    currency: 'EUR',
    programs: new Map(built.map((program) => [program.id, program])),
    enrollments: new Map(enrollments.map((enrollment) => [enrollment.id, enrollment])),
    codes: new Map(),
    coupons: new Map(),
  };
}

function programTerms({
  id = 'prg_a',
  precedence = 0,
  later = [],
  rules = {},
  effectiveAt = 0,
  publishedAt = 0,
}: ProgramSpec): ProgramTerms {
  const document: PlanDocument = {
    currency: 'EUR',
    attribution: { ...lastTouch, ...rules },
    combination: 'best',
    rules: [],
    holdDays: 30,
    existingCustomers: 'keep',
    noticeDays: 0,
  };
  const version = { id: `${id}_v1`, planId: `${id}_plan`, number: 1, publishedAt, effectiveAt, document };
  const places = [
    at(0, { precedence, planId: version.planId }),
    ...later.map(([day, place]) => at(day, { precedence: place, planId: version.planId })),
  ];
  return { id, name: id, places, plans: new Map([[version.planId, [version]]]) };
}

function enrollmentTerms(name: string, programId: string, spec: PartnerSpec): EnrollmentTerms {
  const states = (spec.states ?? [[0, 'active']]).map(([day, value]): Dated<EnrollmentState> => at(day, value));
  const facts = { kind: spec.kind ?? 'affiliate', country: null, emailHashes: spec.emailHashes ?? [], attributes: {} };
  return {
    id: `e${name}`,
    programId,
    partnerId: `p${name}`,
    states,
    planIds: [],
    partner: [at(0, facts)],
    certificates: [],
    uplineEnrollmentId: null,
  };
}

function at<Value>(day: number, value: Value): Dated<Value> {
  return { from: day * DAY, recordedAt: day * DAY, value };
}

/** A click of partner `name` on `day`, called t<day>-<name> unless told otherwise. */
export function touch(name: string, day: number, more: Partial<Touchpoint> = {}): Touchpoint {
  return {
    id: `t${day}-${name}`,
    at: day * DAY,
    via: 'click',
    enrollmentId: `e${name}`,
    subId: null,
    flag: null,
    ...more,
  };
}

export function conversion(touches: readonly Touchpoint[], more: Partial<AttributionInput> = {}): AttributionInput {
  const own = { saleEventId: 'sale', products: new Set<string>(), agreements: [], claimed: null };
  const input = { at: CONVERSION, knownAt: CONVERSION, emailHash: null, touches, ownCoupon: null, kept: null, ...own };
  return { ...input, terms: termsOf({}), ...more };
}
