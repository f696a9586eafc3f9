import { attributionEn } from './phrases-en-attribution.ts';
import { conditionEn } from './phrases-en-condition.ts';
import type { Phrases } from './phrases.ts';

export const english: Phrases = {
  condition: conditionEn,
  attribution: attributionEn,
  period: {
    day: 'over the day',
    week: 'over the week (Monday to Sunday)',
    month: 'over the calendar month',
    quarter: 'over the calendar quarter',
    year: 'over the calendar year',
    ever: 'since the beginning',
  },
  measure: {
    revenue: (currency) => `the net revenue in ${currency} credited to the partner`,
    sales: () => 'the number of sales credited to the partner',
    customers: () => 'the number of new customers credited to the partner',
    leads: () => 'the number of leads credited to the partner',
  },
  rule: {
    heading: {
      click: 'Reward for clicks',
      lead: 'Reward for leads',
      qualified_lead: 'Reward for qualified leads',
      sale: 'Reward for sales',
      referral: 'Reward for partners introduced',
      milestone: 'Bonus for an objective',
    },
    percent: (rate) =>
      `For each line of a sale credited to it, the partner receives ${rate} of the line’s net amount, taxes excluded, in the currency of the order.`,
    perUnit: (amount) => `For each unit sold in a sale credited to it, the partner receives ${amount}.`,
    fixed: {
      click: (amount) => `For each valid click credited to it, the partner receives ${amount}.`,
      lead: (amount) => `For each lead credited to it, the partner receives ${amount}.`,
      qualified_lead: (amount) => `For each qualified lead credited to it, the partner receives ${amount}.`,
      sale: (amount) => `For each sale credited to it, the partner receives ${amount}, once an order.`,
      referral: (amount) => `For each partner that joins the program on its recommendation, the partner receives ${amount}.`,
    },
    byTiers: { rate: 'a percentage, set by the steps below,', amount: 'an amount set by the steps below' },
    milestone: (amount, measure, period, threshold) =>
      `The partner receives ${amount} when ${measure} ${period} reaches or exceeds ${threshold}. The bonus is earned at the event that gets there, once a period; it is not divided when that event is shared between several partners, and it comes on top of the other clauses.`,
    when: (condition) => `This clause applies on condition that the following is established: ${condition}.`,
    whenAnyLine: (condition) =>
      `This clause applies on condition that the following is established for at least one line of the order: ${condition}.`,
    tiers: (measure, period) => `The steps are measured on ${measure} ${period}:`,
    step: (from, value) => `from ${from}, ${value}`,
    marginalCut: (currency) =>
      `Each slice of this volume is paid at its own rate: a line that crosses a threshold is divided between the rates of the slices it occupies. A line in another currency than ${currency} does not move the volume; it is paid at the rate of the step reached before it.`,
    marginalWhole:
      'The step is that of the volume reached before the event: a new step holds for what follows the crossing of its threshold and changes nothing to what came before.',
    whole:
      'The step is that of the volume reached counting what is rewarded: the line or event that reaches a threshold is paid in full at the new step, and nothing changes to what came before.',
    retroactive:
      'The step is that of the volume reached counting the line rewarded; its rate applies to everything this clause rewarded in the period, in the same currency and under the same steps, and the difference from what it already made the partner earn there is paid at once. That difference is never negative.',
    months: (count) =>
      `The clause ceases to apply to a customer ${count} ${count === 1 ? 'month' : 'months'} after that customer’s first transaction rewarded to the partner.`,
    payments: (count) =>
      `The clause ceases to apply to a customer after ${count} ${count === 1 ? 'transaction' : 'transactions'} of that customer rewarded to the partner.`,
  },
  general: {
    heading: {
      currency: 'Currency and rounding',
      combination: 'Several clauses at once',
      missingData: 'Missing data',
      caps: 'Caps',
      upline: 'Upline',
      review: 'Review',
      hold: 'Hold',
      refunds: 'Refunds',
      notice: 'Changes and notice',
      existing: 'Existing customers',
    },
    currency: (currency) =>
      `The fixed amounts, thresholds and caps of this plan are in ${currency}, and only sales in that currency count as revenue. A sale, customer or lead that is shared counts as one for each partner that has a part in it. These volumes are counted from the first version of the plan that refers to them. Each amount is computed exactly, then rounded once to the nearest minor unit, a half being rounded away from zero.`,
    combination: {
      best: 'Where several clauses apply, the one that gives the most money is kept: the best for each line, then, if a clause that rewards the whole order gives more than all the lines together, that clause alone. In a tie, or between different currencies, the clause with the lowest number prevails. Rewards in units are compared with one another, unit by unit, and come on top of the money.',
      first:
        'Where several clauses apply, only the one with the lowest number is kept: for the whole order if it rewards the whole order, otherwise line by line.',
      sum: 'Where several clauses apply, their rewards are added together.',
    },
    missingData:
      'A condition is judged on the data recorded with the event, texts being compared exactly. Data that is missing, or an amount in another currency than the plan’s, is presumed neither true nor false: if the condition cannot be established without it, the clause does not apply and the reason is stated.',
    noCap: 'This plan sets no cap.',
    cap: {
      partner: (amount, period, clause) => `For one partner, ${clause} at most ${amount} ${period}.`,
      customer: (amount, period, clause) => `For one customer of one partner, ${clause} at most ${amount} ${period}.`,
      program: (amount, period, clause) => `For the whole program, ${clause} at most ${amount} ${period}.`,
    },
    capAllClauses: 'all clauses together give',
    capClause: (number, ruleId) => `clause ${number} (${ruleId}) gives`,
    capRest:
      'A reward that exceeds a cap is reduced to what is left of it; the excess is not carried over, but a reward taken back opens the cap again by as much for what follows. Caps apply after the clauses are chosen, to rewards in the currency of the plan only.',
    noUpline: 'This plan rewards no upline.',
    upline: (level, rate, of) =>
      `The upline partner at level ${level} receives ${rate} ${of === 'commission' ? 'of the commission earned by the partner' : 'of the amount that commission is computed on'}.`,
    uplineRest: 'These sums come on top of the partner’s commission and do not reduce it.',
    reviewAll: 'Every reward is subject to the company’s approval before it becomes payable.',
    reviewAbove: (amount) =>
      `Where one event earns one partner more than ${amount} in all, those rewards are subject to the company’s approval before they become payable; those earned in another currency than the plan’s, or in units, always are. The others need no approval.`,
    reviewRest:
      'A reward approved after its hold has ended becomes payable at once. The company may refuse a reward, giving the partner its reason: what is left of it is taken back at its frozen amount, and the revenue and caps it took up are restored.',
    hold: (days) =>
      days === 0
        ? 'A reward is payable from the event that gives rise to it.'
        : `A reward becomes payable on the day that comes ${days} ${days === 1 ? 'day' : 'days'} after the day of the event that gives rise to it, in the workspace’s time zone.`,
    refunds:
      'A refund reduces, in proportion to the amount refunded, the reward of the refunded line and that of the whole order, at the rate and along the split frozen at the original event, before as after payment; it lowers by as much the revenue of the period of the sale, without changing the step of what was rewarded. A bonus once earned is kept.',
    notice: (days) =>
      `A new version of the plan takes effect ${days === 0 ? 'upon' : `${days} ${days === 1 ? 'day' : 'days'} after`} its publication. It changes nothing to what was earned under earlier versions.`,
    existing: {
      keep: 'A customer who bought under one version of the plan remains governed by it for later purchases, even after a new version takes effect.',
      move: 'When a new version takes effect, the later purchases of all customers, existing ones included, are governed by it.',
    },
  },
};
