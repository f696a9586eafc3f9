import { formatMoney } from '../money/index.ts';
import type { Language } from '../language/index.ts';
import { phrasesIn } from './phrases-in.ts';
import type { GeneralClause, Phrases } from './phrases.ts';
import type { Cap, PlanDocument } from './plan.ts';
import { renderAttribution, type Section } from './render-attribution.ts';
import { renderRate, renderRule } from './render-rule.ts';

/** One numbered clause of the charter's annex. */
export interface Clause {
  /** "1" for the first rule; the general clauses go on after the last one. */
  readonly number: string;
  /** The rule it states, or null for a general clause. */
  readonly ruleId: string | null;
  readonly heading: string;
  readonly text: string;
}

/**
 * The plan in numbered sentences, in one language: clause n is rule n, then the general clauses. Everything the plan computes
 * is stated, so two plans that compute differently never read the same. The document must have passed `checkPlan`.
 */
export function renderPlan(document: PlanDocument, language: Language): Clause[] {
  const phrases = phrasesIn(language);
  const rules = document.rules.map((rule) => ({
    ruleId: rule.id,
    heading: `${phrases.rule.heading[rule.on]} (${rule.id})`,
    text: renderRule(document, rule, language),
  }));
  const general = [...renderAttribution(document.attribution, language), ...renderGeneral(document, phrases, language)];
  return [...rules, ...general.map((section) => ({ ruleId: null, ...section }))].map((clause, index) => ({
    number: String(index + 1),
    ...clause,
  }));
}

function renderGeneral(document: PlanDocument, phrases: Phrases, language: Language): Section[] {
  const { general } = phrases;
  const texts: readonly (readonly [GeneralClause, string])[] = [
    ['currency', general.currency(document.currency)],
    ['combination', general.combination[document.combination]],
    ['missingData', general.missingData],
    ['caps', renderCaps(document, phrases, language)],
    ['upline', renderUpline(document, phrases, language)],
    ...renderReview(document, phrases, language),
    ['hold', general.hold(document.holdDays)],
    ['refunds', general.refunds],
    ['notice', general.notice(document.noticeDays)],
    ['existing', general.existing[document.existingCustomers]],
  ];
  return texts.map(([name, text]) => ({ heading: general.heading[name], text }));
}

/** A plan of which nothing is reviewed needs no clause for it. */
function renderReview(
  { review, currency }: PlanDocument,
  { general }: Phrases,
  language: Language,
): readonly (readonly [GeneralClause, string])[] {
  if (review === undefined || review.mode === 'none') return [];
  if (review.mode === 'all') return [['review', `${general.reviewAll} ${general.reviewRest}`]];
  const amount = formatMoney({ amount: BigInt(review.amount), currency }, language);
  return [['review', `${general.reviewAbove(amount)} ${general.reviewRest}`]];
}

function renderCaps(document: PlanDocument, { general, period }: Phrases, language: Language): string {
  const { caps = [], currency } = document;
  if (caps.length === 0) return general.noCap;
  const sentences = caps.map((cap) => {
    const amount = formatMoney({ amount: BigInt(cap.amount), currency }, language);
    return general.cap[cap.scope](amount, period[cap.period], capSubject(document, cap, general));
  });
  return [...sentences, general.capRest].join(' ');
}

function capSubject({ rules }: PlanDocument, { rule }: Cap, general: Phrases['general']): string {
  if (rule === undefined) return general.capAllClauses;
  return general.capClause(String(rules.findIndex(({ id }) => id === rule) + 1), rule);
}

function renderUpline({ upline = [] }: PlanDocument, { general }: Phrases, language: Language): string {
  if (upline.length === 0) return general.noUpline;
  const levels = [...upline].sort((a, b) => a.level - b.level);
  const sentences = levels.map(({ level, rate, of }) => general.upline(level, renderRate(rate, language), of));
  return [...sentences, general.uplineRest].join(' ');
}
