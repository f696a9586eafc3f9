import type { RejectionReason } from '../attribution/credit.ts';
import { capitalised, ended, fieldList, fieldText, quantityText } from './phrase.ts';
import type { Quantity, StepValues, TouchValues } from './explanation.ts';
import type { Speaker } from './speaker.ts';
import type { Texts } from './texts.ts';
import { englishWords as words } from './words.en.ts';

export const englishTexts: Texts = {
  words,
  steps: {
    happened: ({ fact, at, amount, source, externalId }, say) => {
      const money = amount === null ? '' : ` (${say.money(amount)})`;
      return `${words.facts[fact]}${money} on ${say.moment(at)}; source “${source}”, reference “${externalId}”.`;
    },
    recorded: ({ at }, say) => `Recorded on ${say.moment(at)}: nothing learned later entered the computation.`,
    not_counted: () => 'This fact is recorded but not yet counted: it will be in its turn.',
    touches: ({ count }) => `Touchpoints considered: ${count}.`,
    touches_known: ({ count }) => `Touchpoints known: ${count}.`,
    touch_known: (touch, say) => `${touchText(touch, say)}.`,
    touch_counted: (touch, say) => `${touchText(touch, say)}: counts.`,
    touch_rejected: (touch, say) => `${touchText(touch, say)}: does not count, ${words.rejections[touch.reason]}.`,
    touch_forgotten: ({ touchpointId, reason }) =>
      `Touchpoint ${touchpointId}, whose details are no longer at hand: does not count, ${words.rejections[reason]}.`,
    decided: ({ program, plan, version, rule }) => {
      const taken = program === null ? 'This fact is attributed' : `This fact belongs to the program “${program}”`;
      return `${taken}${planText(plan, version)}.${rule === null ? '' : ` ${words.rules[rule]}`}`;
    },
    credit: ({ partner, share, via, touchAt, contribution }, say) => {
      const part = share === '1/1' ? 'all the credit' : `${say.rate(share)} of the credit`;
      const dated = touchAt === null || via === 'lifetime' || via === 'agreement' ? '' : ` of ${say.moment(touchAt)}`;
      const named = contribution === null ? '' : ` ${contribution}`;
      return `${partner} receives ${part}, ${words.thanks[via]}${named}${dated}.`;
    },
    contribution_counts: ({ contribution, partners, until }, say) => {
      const end = until === null ? 'for as long as the plan says' : `until ${say.moment(until)}`;
      return `Confirmed: ${contribution} (${partners.join(', ')}). It earns nothing itself and counts for this customer’s leads and sales ${end}; those recorded before stay as they are.`;
    },
    exchanged: ({ from, to, perEuro, rateOn, rateSource }, say) =>
      `Exchanged at the reference rates of ${sourceText(rateSource)} of ${say.period(rateOn)}: 1 EUR = ${ratesText(perEuro)}. ${say.money(from)} become ${say.money(to)}.`,
    invoiced: ({ number, isCredit, owedBy, vat }, say) => {
      const document = `${isCredit ? 'Credit note' : 'Invoice'} ${number}`;
      if (owedBy === null) return `${document}: without VAT, so nothing moves in the books; its commissions are in them already.`;
      if (owedBy === 'company')
        return `${document}: the company owes its VAT itself (reverse charge), ${say.money(vat)}, and deducts it.`;
      return isCredit
        ? `${document}: its VAT of ${say.money(vat)} is taken off what is payable.`
        : `${document}: its VAT of ${say.money(vat)} is payable to the partner along with its commissions.`;
    },
    contribution_over: ({ contribution, partners }) =>
      `Withdrawn: ${contribution} (${partners.join(', ')}). It no longer counts for what this customer does from that moment on; what was earned stays.`,
    commission: ({ number, partner, amount, line }, say) => {
      const part = line === null ? '' : `, for the line “${line}”`;
      return `Commission no. ${number}, ${partner}: ${say.money(amount)}${part}.`;
    },
    clause: ({ clause, version, charter, text, frozen }, say) => {
      const agreed = charter === null ? '' : `, article ${charter.article} of the charter, version ${charter.version}`;
      const head = `Clause ${clause} of the plan, version ${version}${agreed}${frozenText(frozen, say)}`;
      return ended(text === null ? head : `${head}: ${text.en}`);
    },
    computed_percent: ({ base, rate, result, rounded }, say) =>
      `Computation: ${say.money(base)} × ${say.rate(rate)} = ${say.money(result)}${roundedText(rounded)}.`,
    computed_fixed: ({ amount, share, result }, say) => {
      if (share === null) return `Computation: fixed amount of ${say.money(amount)}.`;
      return `Computation: fixed amount of ${say.money(amount)} × ${say.rate(share)} (part of the credit) = ${say.money(result)}.`;
    },
    computed_per_unit: ({ amount, quantity, share, result }, say) => {
      const units = quantityText({ count: quantity.toString(), of: 'units' }, words, say);
      const part = share === null ? '' : ` × ${say.rate(share)} (part of the credit)`;
      return `Computation: ${say.money(amount)} × ${units}${part} = ${say.money(result)}.`;
    },
    computed_tiers: ({ mode, volumeBefore, share }, say) => {
      const how = mode === 'marginal' ? 'each slice at its own step' : 'all of it at the step reached';
      const part = share === null ? '' : ` Part of the credit: ${say.rate(share)}.`;
      return `Computation by steps, ${how}; volume already reached in the period: ${told(volumeBefore, say)}.${part}`;
    },
    tier_slice: ({ from, volume, rate, amount }, say) => {
      const start = `Step from ${told(from, say)}: `;
      if (rate !== null) return `${start}${told(volume, say)} × ${say.rate(rate)}.`;
      return amount === null ? `${start}${told(volume, say)}.` : `${start}${say.money(amount)} × ${told(volume, say)}.`;
    },
    sum: ({ result }, say) => `Total of the steps: ${say.money(result)}.`,
    computed_retroactive: ({ reached, volume, rate, total, earnedBefore, result, rounded }, say) => {
      const whole = `${say.money(volume)} × ${say.rate(rate)} = ${say.money(total)}${roundedText(rounded)}`;
      const rest = `less ${say.money(earnedBefore)} already earned: ${say.money(result)}`;
      return `Retroactive computation: the period reaches ${told(reached, say)}; ${whole}, ${rest}.`;
    },
    computed_milestone: ({ reached, threshold, amount }, say) =>
      `Objective reached: ${told(reached, say)} for a threshold of ${told(threshold, say)}; bonus of ${say.money(amount)}.`,
    computed_upline: ({ level, of, base, rate, result, rounded }, say) => {
      const source = of === 'commission' ? 'commission of the referred partner' : 'base of the referred partner’s commission';
      const product = `${say.money(base)} (${source}) × ${say.rate(rate)} = ${say.money(result)}`;
      return `Referral share of level ${level}: ${product}${roundedText(rounded)}.`;
    },
    cap: ({ cap, before, room }, say) =>
      `Cap no. ${cap} of the plan brings this amount from ${say.money(before)} down to ${say.money(room)}, the room that was left.`,
    status: ({ status, payableAt }, say) => words.statuses[status](say.day(payableAt)),
    review_needed: ({ ceiling, total }, say) => {
      if (ceiling === null) return 'The plan subjects every commission to the company’s approval.';
      if (total === null)
        return `The plan subjects to approval what exceeds ${say.money(ceiling)}, and every commission that is not in its currency, as this one.`;
      return `The plan subjects to approval what exceeds ${say.money(ceiling)} per event; this one earns this partner ${say.money(total)}.`;
    },
    reviewed: ({ action, at, partner, number, amount, reason }, say) => {
      const because = reason === null ? '' : `; reason: “${reason}”`;
      return `Commission no. ${number}, ${partner} (${say.money(amount)}): ${words.reviews[action]} on ${say.moment(at)}${because}.`;
    },
    reversed_part: ({ reversed, left }, say) => `Taken back since: ${say.money(reversed)}; ${say.money(left)} is left.`,
    rules_unpaid: ({ count }) => `Rules considered that paid nothing: ${count}.`,
    rule_unpaid: ({ rule, partner, verdict, fields }) =>
      `Rule “${rule}”, ${partner}: paid nothing, ${words.verdicts[verdict]}${fieldList(fields, words)}.`,
    inputs: ({ count }) => `Data read for this computation besides the fact: ${count}.`,
    input: ({ name, value }, say) => `${capitalised(fieldText(name, words))}: ${say.moment(value)}.`,
    input_volume: ({ partner, period, value }, say) =>
      `Volume already reached${ofWhom(partner, period, say)}: ${told(value, say)}.`,
    input_capped: ({ scope, rule, partner, period, value }, say) => {
      const only = rule === null ? '' : `, for the rule “${rule}”`;
      return `Already counted under a cap ${words.scopes[scope]}${only}${ofWhom(partner, period, say)}: ${say.money(value)}.`;
    },
    input_base: ({ rule, partner, period, value }, say) =>
      `Base already counted by the rule “${rule}”${ofWhom(partner, period, say)}: ${say.money(value)}.`,
    input_earned: ({ rule, partner, period, value }, say) =>
      `Amount already earned by the rule “${rule}”${ofWhom(partner, period, say)}: ${say.money(value)}.`,
    input_objective: ({ rule, partner, period, paid }, say) =>
      `Objective of the rule “${rule}”${ofWhom(partner, period, say)}: ${paid ? 'already paid' : 'not yet paid'}.`,
    reversal: (values, say) =>
      `${say.money(values.amount)} taken back from ${citedText(values, say)}, ${words.takenFrom[values.from]}.`,
    reversal_returned: (values, say) =>
      `${say.money(values.amount)} given back to ${citedText(values, say)}, ${words.givenTo[values.from]}.`,
    suspended: (values, say) =>
      `${say.money(values.amount)} suspended until the dispute ends: what is left of ${citedText(values, say)}.`,
    restored: (values, say) =>
      `${say.money(values.amount)} no longer suspended: what is left of ${citedText(values, say)}; payable once its hold is over.`,
    reversed_later: ({ partner, amount, number, ...fact }, say) =>
      `${say.money(amount)} taken back since from commission no. ${number} (${partner}), ${words.by[fact.fact]} “${fact.externalId}” of ${say.day(fact.at)}.`,
    returned_later: ({ partner, amount, number, ...fact }, say) =>
      `${say.money(amount)} given back since to commission no. ${number} (${partner}), ${words.by[fact.fact]} “${fact.externalId}” of ${say.day(fact.at)}.`,
    transaction: ({ kind, at }, say) => `Ledger transaction of ${say.day(at)}: ${words.transactions[kind]}.`,
    posting: ({ debit, credit, amount, partner }, say) =>
      `${say.money(amount)}, ${partner}: debit “${words.accounts[debit]}”, credit “${words.accounts[credit]}”.`,
    clicked: ({ at, code, partner, program }, say) =>
      `Click of ${say.moment(at)} on the link “${code}” (${partner}, program “${program}”).`,
    click_path: ({ path, parameter }) =>
      `${words.paths[path]}${parameter === null ? '' : ` The code was found in the parameter “${parameter}”.`}`,
    click_counts: () => 'It is neither a robot’s nor a repeat: it counts as a touchpoint.',
    click_by_bot: ({ agent }) => `A robot made it${agent === null ? '' : ` (${agent})`}: it is kept, and counts for nothing.`,
    click_repeats: ({ clickId, at }, say) =>
      clickId === null
        ? 'It repeats an earlier click by the same visitor on this link, which is no longer at hand: it counts for nothing.'
        : `It repeats the click ${clickId} of ${say.moment(at)}, by the same visitor on this link: it counts for nothing, that one does.`,
    click_state: ({ partner, state }) => `At that moment the partner’s (${partner}) ${words.states[state]}.`,
    link_ended: ({ code, at }, say) => `The link “${code}” ended on ${say.moment(at)}.`,
    click_uses: ({ count }) =>
      count === 0
        ? 'No lead or sale came with this click so far.'
        : `Leads and sales of a customer who had made this click: ${count}.`,
    click_use: ({ fact, externalId, at, share, reason }, say) =>
      `${words.facts[fact]}${externalId === null ? '' : ` “${externalId}”`} of ${say.moment(at)}: ${useText(share, reason, say)}.`,
    unpaid: ({ reason }) => words.unpaid[reason].because,
    remedy: ({ reason }) => words.unpaid[reason].remedy,
  },
};

/** "commission no. 1 (Alpina) of the sale “order-1” of 3 March 2026" */
function citedText({ partner, number, fact, externalId, at }: StepValues['suspended'], say: Speaker): string {
  return `commission no. ${number} (${partner}) ${words.of[fact]} “${externalId}” of ${say.day(at)}`;
}

function frozenText(frozen: StepValues['clause']['frozen'], say: Speaker): string {
  if (frozen === null) return '';
  return `, frozen at ${'rate' in frozen ? say.rate(frozen.rate) : say.money(frozen.amount)}`;
}

function useText(share: string | null, reason: RejectionReason | null, say: Speaker): string {
  if (reason !== null) return `this click does not count there, ${words.rejections[reason]}`;
  if (share === null) return 'the credit went by another touchpoint';
  return share === '1/1' ? 'all the credit went to this click' : `${say.rate(share)} of the credit went to this click`;
}

function planText(plan: string | null, version: number | null): string {
  if (plan === null) return version === null ? '' : `, under version ${version} of the plan`;
  return `, under the plan “${plan}”${version === null ? '' : `, version ${version}`}`;
}

function touchText({ via, at, partner, program, contribution }: TouchValues, say: Speaker): string {
  return `${words.vias[via]}${contribution === null ? '' : ` ${contribution}`} of ${say.moment(at)} (${partner}, program “${program}”)`;
}

function told(quantity: Quantity, say: Speaker): string {
  return quantityText(quantity, words, say);
}

function roundedText(rounded: boolean): string {
  return rounded ? ' after rounding' : '';
}

function ofWhom(partner: string | null, period: string, say: Speaker): string {
  return partner === null ? ` (${say.period(period)})` : ` (${partner}, ${say.period(period)})`;
}

function sourceText(source: string): string {
  return source === 'ecb' ? 'the European Central Bank' : source;
}

function ratesText(perEuro: StepValues['exchanged']['perEuro']): string {
  return Object.entries(perEuro)
    .map(([currency, rate]) => `${rate} ${currency}`)
    .join(' = ');
}
