import type { Decision } from '../counting/outcome.ts';
import { formatInstant } from '../time/index.ts';
import type { DecidingRule, Step, TouchValues } from './explanation.ts';
import type { PartnerNames } from './partner-names.ts';
import { step } from './step.ts';
import type { NamedTouch, WhyInput } from './why-input.ts';

/** The touchpoints before anything was decided. */
export function explainKnownTouches(input: WhyInput): Step[] {
  const children = inOrder(input.touches).map((touch) => step('touch_known', touchValues(touch)));
  return children.length === 0 ? [] : [step('touches_known', { count: children.length }, children)];
}

/** Each touchpoint the decision looked at, counted or rejected with its reason; nothing for facts that are not attributed. */
export function explainTouches(decision: Decision, input: WhyInput): Step[] {
  const reasons = new Map(decision.rejected.map(({ touchpointId, reason }) => [touchpointId, reason]));
  const earning = new Set(decision.credits.map(({ enrollmentId }) => enrollmentId));
  const children: Step[] = [];
  for (const touch of inOrder(input.touches)) {
    const reason = reasons.get(touch.id);
    if (reason !== undefined) children.push(step('touch_rejected', { ...touchValues(touch), reason }));
    else if (earning.has(touch.enrollmentId)) children.push(step('touch_counted', touchValues(touch)));
    reasons.delete(touch.id);
  }
  for (const [touchpointId, reason] of reasons) children.push(step('touch_forgotten', { touchpointId, reason }));
  return children.length === 0 ? [] : [step('touches', { count: children.length }, children)];
}

/** Which program and model decided, and the credit of each partner. */
export function explainCredits(decision: Decision, input: WhyInput, names: PartnerNames): Step[] {
  const { credits, model, planVersionId } = decision;
  if (credits.length === 0 || model === null) return [];
  const version = input.commissions.find((commission) => commission.planVersionId === planVersionId)?.planVersionNumber ?? null;
  const { program = null, plan = null } = input.names;
  const children = credits.map(({ partnerId, share, via, touchpointId }) => {
    const touch = input.touches.find(({ id }) => id === touchpointId);
    const touchAt = touch === undefined ? null : formatInstant(touch.at);
    if (model === 'claim') {
      const { claim = null } = input.names;
      return step('credit', { partner: names.byPartner(partnerId), share, via: 'claim', touchAt: null, contribution: claim });
    }
    const contribution = touch?.contribution ?? (model === 'customer_agreement' ? input.names.agreement : undefined) ?? null;
    return step('credit', { partner: names.byPartner(partnerId), share, via, touchAt, contribution });
  });
  return [step('decided', { program, plan, version, model, rule: decidingRule(decision, model) }, children)];
}

const rules = new Set<string>(
  Object.keys({
    first: true,
    last: true,
    linear: true,
    position: true,
    time_decay: true,
    priority: true,
    agreed: true,
    as_target: true,
    direct: true,
    lifetime: true,
    coupon: true,
    agreed_last: true,
    customer_agreement: true,
    claim: true,
  } satisfies Record<DecidingRule, true>),
);

function decidingRule({ credits, rejected }: Decision, model: string): DecidingRule | null {
  if (credits.every(({ via }) => via === 'lifetime')) return model === 'as_target' ? 'as_target' : 'lifetime';
  if (rejected.some(({ reason }) => reason === 'coupon_took_precedence')) return 'coupon';
  if (model === 'agreed' && credits.every(({ via }) => via !== 'agreement')) return 'agreed_last';
  return isDecidingRule(model) ? model : null;
}

function isDecidingRule(model: string): model is DecidingRule {
  return rules.has(model);
}

function inOrder(touches: readonly NamedTouch[]): readonly NamedTouch[] {
  return touches.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

function touchValues({ id, at, via, partnerName, programName, contribution }: NamedTouch): TouchValues {
  return {
    touchpointId: id,
    at: formatInstant(at),
    via,
    partner: partnerName,
    program: programName,
    contribution: contribution ?? null,
  };
}
