import { exchangedAmount } from '../counting/count-money.ts';
import type { Decision } from '../counting/outcome.ts';
import { reviewActionOf } from '../counting/review-action.ts';
import { formatInstant } from '../time/index.ts';
import { explainCredits, explainKnownTouches, explainTouches } from './explain-attribution.ts';
import { clausesTold } from './clauses-told.ts';
import { explainCited } from './explain-cited.ts';
import { explainCommission } from './explain-commission.ts';
import { explainInputs } from './explain-inputs.ts';
import { explainReview } from './explain-review.ts';
import type { Explanation, Step } from './explanation.ts';
import { partnerNames } from './partner-names.ts';
import type { PartnerNames } from './partner-names.ts';
import { amountText, step } from './step.ts';
import type { WhyInput } from './why-input.ts';

const HOUR = 3_600_000;

/**
 * Everything that led from a fact to what it paid, or to nothing: what happened, the touchpoints considered, the credit, each
 * commission step by step, the rules that did not pay, reversals, ledger lines, or the unpaid reason and what would have
 * paid. The result is JSON-safe: amounts are minor units as text, instants ISO 8601 in UTC.
 */
export function explain(input: WhyInput): Explanation {
  const names = partnerNames(input);
  return { zone: input.zone, steps: [...whatHappened(input), ...whatWasDecided(input, names), ...whatWasBooked(input, names)] };
}

function whatHappened({ fact }: WhyInput): Step[] {
  const { kind, source, externalId, occurredAt, recordedAt } = fact;
  const amount = fact.amount === null || fact.currency === null ? null : amountText(fact.amount, fact.currency);
  const happened = step('happened', { fact: kind, at: formatInstant(occurredAt), amount, source, externalId });
  if (Math.abs(recordedAt - occurredAt) < HOUR) return [happened];
  return [happened, step('recorded', { at: formatInstant(recordedAt) })];
}

function whatWasDecided(input: WhyInput, names: PartnerNames): Step[] {
  const { decision } = input;
  const clauses = clausesTold();
  if (decision === null) return [...explainKnownTouches(input), step('not_counted', {})];
  return [
    ...explainTouches(decision, input),
    ...explainCredits(decision, input, names),
    ...input.commissions.map((commission) => explainCommission(commission, input, clauses)),
    ...explainRules(decision, input, names),
    ...explainInputs(decision, names),
    ...explainOwnReviews(input),
    ...explainExchange(input),
    ...explainInvoice(input),
    ...explainContribution(decision, input, names),
    ...explainCited(input, clauses),
    ...explainUnpaid(decision),
  ];
}

/** Rules that paid speak through their commissions; the others say why they did not. */
function explainRules({ verdicts }: Decision, { commissions }: WhyInput, names: PartnerNames): Step[] {
  const children: Step[] = [];
  for (const { enrollmentId, ruleId, verdict, fields = [] } of verdicts) {
    if (verdict === 'paid') continue;
    if (commissions.some((commission) => commission.ruleId === ruleId && commission.enrollmentId === enrollmentId)) continue;
    children.push(step('rule_unpaid', { rule: ruleId, partner: names.byEnrollment(enrollmentId), verdict, fields: [...fields] }));
  }
  return children.length === 0 ? [] : [step('rules_unpaid', { count: children.length }, children)];
}

/** Of a decision about commissions; those of a sale are told with each commission. */
function explainOwnReviews({ fact, reviews = [] }: WhyInput): Step[] {
  return reviewActionOf(fact.kind) === null ? [] : reviews.map(explainReview);
}

/** Of an exchange: the published rates, and what came of the amount. */
function explainExchange({ fact, exchange }: WhyInput): Step[] {
  if (exchange === undefined || fact.amount === null || fact.currency === null) return [];
  const { to, perEuro, rateOn, rateSource } = exchange;
  const from = amountText(fact.amount, fact.currency);
  return [
    step('exchanged', {
      from,
      to: amountText(exchangedAmount({ ...fact, body: { exchange } }), to),
      perEuro,
      rateOn,
      rateSource,
    }),
  ];
}

/** Of an invoice or a credit note: its number, and what becomes of its VAT. */
function explainInvoice({ fact, invoice }: WhyInput): Step[] {
  if (invoice === undefined || fact.amount === null || fact.currency === null) return [];
  const { number, owedBy } = invoice;
  const isCredit = fact.kind === 'credit_note_issued';
  return [
    step('invoiced', {
      number,
      isCredit,
      owedBy: fact.amount === 0n ? null : owedBy,
      vat: amountText(fact.amount, fact.currency),
    }),
  ];
}

/** Of a contribution: that it counts from here on, and until when; it earns nothing itself. */
function explainContribution({ credits }: Decision, { fact, contribution }: WhyInput, names: PartnerNames): Step[] {
  if (contribution === undefined) return [];
  const { id, until } = contribution;
  const partners = [...new Set(credits.map(({ partnerId }) => names.byPartner(partnerId)))];
  if (fact.kind === 'contribution_ended') return [step('contribution_over', { contribution: id, partners })];
  return [step('contribution_counts', { contribution: id, partners, until: until === null ? null : formatInstant(until) })];
}

/** Why nothing was paid, and what would have paid. */
export function explainUnpaid({ unpaid }: Pick<Decision, 'unpaid'>): Step[] {
  return unpaid === null ? [] : [step('unpaid', { reason: unpaid }, [step('remedy', { reason: unpaid })])];
}

function whatWasBooked({ transactions }: WhyInput, names: PartnerNames): Step[] {
  return transactions.map(({ id, kind, effectiveAt, postings }) => {
    const lines = postings.map(({ debit, credit, amount, currency, partnerId }) =>
      step('posting', { debit, credit, amount: amountText(amount, currency), partner: names.byPartner(partnerId) }),
    );
    return step('transaction', { id, kind, at: formatInstant(effectiveAt) }, lines);
  });
}
