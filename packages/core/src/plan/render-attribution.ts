import type { Language } from '../language/index.ts';
import { vias } from './condition-field.ts';
import { phrasesIn } from './phrases-in.ts';
import type { AttributionPhrases, ConditionPhrases } from './phrases.ts';
import type { AttributionModel, AttributionRules, PriorityGroup } from './plan.ts';
import { renderRate } from './render-rule.ts';

export interface Section {
  readonly heading: string;
  readonly text: string;
}

/** The attribution rules as sections: the model, the window, coupons, customers for life, the partner's own purchases. */
export function renderAttribution(rules: AttributionRules, language: Language): Section[] {
  const { attribution: phrases } = phrasesIn(language);
  const { heading } = phrases;
  return [
    { heading: heading.model, text: `${renderModel(rules.model, language)} ${phrases.shared}` },
    { heading: heading.window, text: renderWindow(rules, phrases) },
    { heading: heading.coupon, text: phrases.coupon[rules.coupon] },
    { heading: heading.lifetime, text: phrases.lifetime[rules.lifetime] },
    { heading: heading.selfReferral, text: phrases.selfReferral[rules.selfReferral] },
  ];
}

function renderModel(model: AttributionModel, language: Language): string {
  const { attribution: phrases, condition } = phrasesIn(language);
  if (model.kind === 'position') return phrases.position(renderRate(model.first, language), renderRate(model.last, language));
  if (model.kind === 'time_decay') return phrases.timeDecay(model.halfLifeDays);
  if (model.kind === 'priority') {
    const groups = model.groups.map((group, index) =>
      phrases.group(index + 1, group.name, renderGroup(group, phrases, condition)),
    );
    return `${phrases.priority(groups.join(language === 'fr' ? ' ; ' : '; '))} ${phrases.within[model.within]}`;
  }
  if (model.kind === 'agreed') {
    const shares = model.shares.map(({ partnerId, share }) => phrases.agreedShare(partnerId, renderRate(share, language)));
    return phrases.agreed(shares.join(', '));
  }
  return phrases[model.kind];
}

function renderGroup(group: PriorityGroup, phrases: AttributionPhrases, { or }: ConditionPhrases): string {
  const members: string[] = [];
  if (group.kinds !== undefined && group.kinds.length > 0)
    members.push(phrases.groupKinds(or(group.kinds.map((kind) => phrases.kind[kind]))));
  if (group.via !== undefined && group.via.length > 0)
    members.push(phrases.groupVias(or(group.via.map((via) => phrases.via[via]))));
  if (group.partnerIds !== undefined && group.partnerIds.length > 0) members.push(phrases.groupPartners(or(group.partnerIds)));
  return members.join(', ');
}

function renderWindow(rules: AttributionRules, phrases: AttributionPhrases): string {
  const exceptions: string[] = [];
  for (const via of vias) {
    const days = rules.windows?.[via];
    if (days !== undefined) exceptions.push(phrases.windowException(phrases.via[via], days));
  }
  const general = phrases.window(rules.windowDays);
  return exceptions.length === 0 ? general : `${general} ${phrases.windowExceptions(exceptions.join(', '))}`;
}
