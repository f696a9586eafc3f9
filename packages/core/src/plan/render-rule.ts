import { formatMoney, parseRate, ratePercentText } from '../money/index.ts';
import type { Language } from '../language/index.ts';
import { fieldsIn, readsLines } from './condition-field.ts';
import { phrasesIn } from './phrases-in.ts';
import type { RulePhrases } from './phrases.ts';
import type { Measure, PlanDocument, Reward, RewardRule, Tiers, TierStep } from './plan.ts';
import { renderCondition } from './render-condition.ts';

/** The text of one rule's clause. */
export function renderRule(document: PlanDocument, rule: RewardRule, language: Language): string {
  const { rule: phrases } = phrasesIn(language);
  const sentences = [renderReward(document, rule, language)];
  if (rule.tiers !== undefined) sentences.push(renderTiers(document, rule.reward, rule.tiers, language));
  if (rule.when !== undefined) {
    const condition = renderCondition(rule.when, document.currency, language);
    sentences.push(
      rule.reward.kind === 'fixed' && readsLines(fieldsIn(rule.when)) ? phrases.whenAnyLine(condition) : phrases.when(condition),
    );
  }
  if (rule.duration?.months !== undefined) sentences.push(phrases.months(rule.duration.months));
  if (rule.duration?.payments !== undefined) sentences.push(phrases.payments(rule.duration.payments));
  return sentences.join(' ');
}

function renderReward(document: PlanDocument, rule: RewardRule, language: Language): string {
  const { rule: phrases, measure, period } = phrasesIn(language);
  const value = rewardValue(document, rule, phrases, language);
  if (rule.milestone !== undefined) {
    const { milestone } = rule;
    const threshold = renderVolume(milestone.threshold, milestone.measure, document.currency, language);
    return phrases.milestone(value, measure[milestone.measure](document.currency), period[milestone.period], threshold);
  }
  if (rule.reward.kind === 'percent') return phrases.percent(value);
  if (rule.reward.kind === 'per_unit') return phrases.perUnit(value);
  return rule.on === 'milestone' ? value : phrases.fixed[rule.on](value);
}

// With tiers the steps state every value, the first one included.
function rewardValue(document: PlanDocument, rule: RewardRule, phrases: RulePhrases, language: Language): string {
  const { reward, tiers } = rule;
  if (tiers !== undefined) return phrases.byTiers[reward.kind === 'percent' ? 'rate' : 'amount'];
  return reward.kind === 'percent' ? renderRate(reward.rate, language) : renderAmount(reward.amount, reward, document, language);
}

function renderTiers(document: PlanDocument, reward: Reward, tiers: Tiers, language: Language): string {
  const { rule: phrases, measure, period } = phrasesIn(language);
  const steps = tiers.steps.map((step) => {
    const from = renderVolume(step.from, tiers.measure, document.currency, language);
    return phrases.step(from, renderStepValue(step, reward, document, language));
  });
  const intro = phrases.tiers(measure[tiers.measure](document.currency), period[tiers.period]);
  return `${intro} ${steps.join(language === 'fr' ? ' ; ' : '; ')}. ${renderMode(reward, tiers, document.currency, phrases)}`;
}

function renderMode(reward: Reward, tiers: Tiers, currency: string, phrases: RulePhrases): string {
  if (tiers.mode !== 'marginal') return phrases[tiers.mode];
  const isCut = reward.kind === 'percent' && tiers.measure === 'revenue';
  return isCut ? phrases.marginalCut(currency) : phrases.marginalWhole;
}

function renderStepValue(step: TierStep, reward: Reward, document: PlanDocument, language: Language): string {
  return step.rate === undefined ? renderAmount(step.amount ?? 0, reward, document, language) : renderRate(step.rate, language);
}

function renderVolume(volume: number, measure: Measure, currency: string, language: Language): string {
  return measure === 'revenue' ? formatMoney({ amount: BigInt(volume), currency }, language) : String(volume);
}

function renderAmount(amount: number, reward: Reward, document: PlanDocument, language: Language): string {
  const unit = reward.kind === 'percent' ? undefined : reward.unit;
  return formatMoney({ amount: BigInt(amount), currency: unit ?? document.currency }, language);
}

/** The rate as an exact percentage, or as the fraction it is. Throws when it cannot be read. */
export function renderRate(text: string, language: Language): string {
  const rate = parseRate(text);
  if (rate === null) throw new Error(`rate ${text} cannot be read`);
  return ratePercentText(rate, language);
}
