import type { Touchpoint } from '../counting/fact.ts';
import { planVersionAt, valueAt } from '../counting/terms.ts';
import type { PlanVersionTerms, ProgramTerms } from '../counting/terms.ts';
import { agreedCredits } from './agreed-credits.ts';
import type { AttributionInput, AttributionResult, UnattributedReason } from './attribution-input.ts';
import { creditByClaim, creditsByAgreement } from './customer-agreement.ts';
import { compileRules } from './compile-rules.ts';
import type { CompiledRules } from './compile-rules.ts';
import { isKnown, refusedBeforeRules, refusedByRules } from './consider.ts';
import type { Considered, Contestant } from './consider.ts';
import type { Credit, Rejection, RejectionReason } from './credit.ts';
import { keptCredits } from './kept-credits.ts';
import { splitCredit, wholeCredit } from './split-credit.ts';
import { weigh } from './weigh.ts';

/** A program in the running for the conversion, with the rules in force for it. */
interface Bidder {
  readonly program: ProgramTerms;
  readonly precedence: number;
  readonly version: PlanVersionTerms | undefined;
  readonly rules: CompiledRules | undefined;
}

/**
 * Splits the credit of one conversion over partners, in exact shares that sum to one, and says of every touchpoint that
 * earned nothing why. Independent of the order of `touches`; looks at nothing learned after `knownAt`. Programs are
 * offered the conversion by precedence, then id; the first that credits somebody takes it. An accepted claim, then a split agreed
 * for the customer, goes before all of them. The order of the rules is in the README of this folder.
 */
export function attribute(input: AttributionInput): AttributionResult {
  const bidders: Bidder[] = [];
  const considered: Considered[] = [];
  for (const touch of inOrder(input.touches)) considered.push(consider(touch, bidders, input));
  const agreed = creditByClaim(input) ?? creditsByAgreement(input);
  if (agreed !== null) {
    const reason = agreed.model === 'claim' ? 'outside_claim' : 'outside_agreement';
    return { attributed: true, attribution: { ...agreed, rejected: outside(agreed.credits, considered, reason) } };
  }
  if (input.kept !== null) bidderFor(input.kept.programId, bidders, input);
  if (bidders.length > 1) bidders.sort(byPrecedence);
  for (const { program, version, rules } of bidders) {
    if (version === undefined || rules === undefined) continue;
    const credits = take(program.id, rules, considered, input);
    if (credits === null) continue;
    for (const each of considered) {
      if (each.reason === null && each.enrollment?.programId !== program.id) each.reason = 'other_program';
    }
    const rejected = rejections(considered);
    const model = rules.model.kind;
    return { attributed: true, attribution: { model, programId: program.id, planVersionId: version.id, credits, rejected } };
  }
  return { attributed: false, unpaid: unattributedReason(considered), rejected: rejections(considered) };
}

/** Facts come almost in order, and so do the touchpoints they bind: few lists need sorting. */
function inOrder(touches: readonly Touchpoint[]): readonly Touchpoint[] {
  let before: Touchpoint | undefined;
  for (const touch of touches) {
    if (before !== undefined && byInstant(before, touch) > 0) return touches.toSorted(byInstant);
    before = touch;
  }
  return touches;
}

function byInstant(a: Touchpoint, b: Touchpoint): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}

function byPrecedence(a: Bidder, b: Bidder): number {
  return a.precedence - b.precedence || (a.program.id < b.program.id ? -1 : 1);
}

function consider(touch: Touchpoint, bidders: Bidder[], input: AttributionInput): Considered {
  const found = input.terms.enrollments.get(touch.enrollmentId);
  const enrollment = found !== undefined && isKnown(found, input) ? found : null;
  const early = refusedBeforeRules(touch, enrollment, input);
  if (early !== null || enrollment === null) return { touch, enrollment, reason: early };
  const bidder = bidderFor(enrollment.programId, bidders, input);
  if (bidder === null) return { touch, enrollment: null, reason: 'unknown_enrollment' };
  if (bidder.rules === undefined) return { touch, enrollment, reason: 'no_plan_in_force' };
  return { touch, enrollment, reason: refusedByRules(touch, enrollment, bidder.rules, input) };
}

function bidderFor(programId: string, bidders: Bidder[], input: AttributionInput): Bidder | null {
  for (const bidder of bidders) if (bidder.program.id === programId) return bidder;
  const program = input.terms.programs.get(programId);
  if (program === undefined) return null;
  const place = valueAt(program.places, input.at, input.knownAt);
  if (place === undefined) return null;
  const { precedence, planId } = place;
  const version = planVersionAt(program, planId, input.at, input.knownAt);
  const bidder = { program, precedence, version, rules: version && compileRules(version.document.attribution) };
  bidders.push(bidder);
  return bidder;
}

/** The credits if this program takes the conversion, or null. Marks the program's touchpoints that lost. */
function take(
  programId: string,
  rules: CompiledRules,
  considered: readonly Considered[],
  input: AttributionInput,
): Credit[] | null {
  const contestants: Contestant[] = [];
  for (const each of considered) if (each.reason === null && isOf(programId, each)) contestants.push(each);
  const kept = keptCredits(programId, rules, input);
  if (kept === null) return compete(programId, rules, contestants, input);
  const since = input.kept?.since ?? input.at;
  const challengers = rules.lifetime === 'last_wins' ? contestants.filter(({ touch }) => touch.at > since) : [];
  const won = compete(programId, rules, challengers, input);
  for (const each of contestants) {
    if (each.reason === null && (won === null || !challengers.includes(each))) each.reason = 'customer_already_kept';
  }
  return won ?? kept;
}

function isOf(programId: string, each: Considered): each is Contestant {
  return each.enrollment !== null && each.enrollment.programId === programId;
}

function compete(
  programId: string,
  rules: CompiledRules,
  contestants: readonly Contestant[],
  input: AttributionInput,
): Credit[] | null {
  const only = contestants[0];
  if (only === undefined) return null;
  const coupon = rules.coupon === 'wins' && contestants.find(({ touch }) => touch.id === input.ownCoupon?.id);
  if (coupon) {
    for (const each of contestants) if (each !== coupon) each.reason = 'coupon_took_precedence';
    return [wholeCredit(coupon)];
  }
  if (rules.model.kind === 'agreed') {
    const agreed = agreedCredits(rules.model.shares, programId, contestants, rules, input);
    if (agreed !== null) return agreed;
  }
  if (contestants.length === 1 && rules.model.kind !== 'priority') return [wholeCredit(only)];
  if (rules.model.kind === 'first' || rules.model.kind === 'last') return [soleCredit(rules.model.kind, contestants, only)];
  const places = weigh(rules.model, contestants, input.knownAt);
  if (places === null) {
    for (const each of contestants) each.reason = 'lower_priority';
    return null;
  }
  contestants.forEach((each, index) => {
    const place = places[index];
    if (typeof place === 'string') each.reason = place;
  });
  return splitCredit(contestants, places);
}

function soleCredit(kind: 'first' | 'last', contestants: readonly Contestant[], first: Contestant): Credit {
  const winner = kind === 'first' ? first : (contestants.at(-1) ?? first);
  for (const each of contestants) if (each !== winner) each.reason = `not_${kind}`;
  return wholeCredit(winner);
}

/** Under a split agreed for the customer, or an accepted claim, only the touchpoints of its partners have a say. */
function outside(credits: readonly Credit[], considered: readonly Considered[], reason: RejectionReason): readonly Rejection[] {
  const parties = new Set(credits.map(({ enrollmentId }) => enrollmentId));
  for (const each of considered) {
    if (each.reason === null && !parties.has(each.touch.enrollmentId)) each.reason = reason;
  }
  return rejections(considered);
}

const none: readonly Rejection[] = [];

function rejections(considered: readonly Considered[]): readonly Rejection[] {
  let rejected: Rejection[] | undefined;
  for (const { touch, reason } of considered) {
    if (reason !== null) (rejected ??= []).push({ touchpointId: touch.id, reason });
  }
  return rejected ?? none;
}

function unattributedReason(considered: readonly Considered[]): UnattributedReason {
  if (considered.length === 0) return 'no_touchpoint';
  const missing: RejectionReason = 'no_plan_in_force';
  return considered.some(({ reason }) => reason === missing) ? missing : 'no_qualifying_touchpoint';
}
