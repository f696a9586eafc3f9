import type { RejectionReason } from '../attribution/credit.ts';
import type { FactKind } from '../counting/fact.ts';
import { capitalised, ended, fieldList, fieldText, quantityText } from './phrase.ts';
import type { Quantity, StepValues, TouchValues } from './explanation.ts';
import type { Speaker } from './speaker.ts';
import type { Texts } from './texts.ts';
import { frenchWords as words } from './words.fr.ts';

export const frenchTexts: Texts = {
  words,
  steps: {
    happened: ({ fact, at, amount, source, externalId }, say) => {
      const what = amount === null ? words.facts[fact] : ofAmount(fact, say.money(amount));
      return `${what}, le ${say.moment(at)} ; source « ${source} », référence « ${externalId} ».`;
    },
    recorded: ({ at }, say) =>
      `Fait enregistré le ${say.moment(at)} : rien de ce qui a été appris ensuite n’est entré dans le calcul.`,
    not_counted: () => 'Ce fait est enregistré mais pas encore compté : il le sera à son tour, dans l’ordre.',
    touches: ({ count }) => `Points de contact examinés : ${count}.`,
    touches_known: ({ count }) => `Points de contact connus : ${count}.`,
    touch_known: (touch, say) => `${touchText(touch, say)}.`,
    touch_counted: (touch, say) => `${touchText(touch, say)} : compte pour l’attribution.`,
    touch_rejected: (touch, say) => `${touchText(touch, say)} : ne compte pas, ${words.rejections[touch.reason]}.`,
    touch_forgotten: ({ touchpointId, reason }) =>
      `Point de contact ${touchpointId}, dont le détail n’est plus disponible : ne compte pas, ${words.rejections[reason]}.`,
    decided: ({ program, plan, version, rule }) => {
      const taken = program === null ? 'Ce fait est attribué' : `Ce fait relève du programme « ${program} »`;
      return `${taken}${planText(plan, version)}.${rule === null ? '' : ` ${words.rules[rule]}`}`;
    },
    credit: ({ partner, share, via, touchAt, contribution }, say) => {
      const part = share === '1/1' ? 'tout le crédit' : `${say.rate(share)} du crédit`;
      const dated = touchAt === null || via === 'lifetime' || via === 'agreement' ? '' : ` du ${say.moment(touchAt)}`;
      const named = contribution === null ? '' : ` ${contribution}`;
      return `${partner} reçoit ${part}, ${words.thanks[via]}${named}${dated}.`;
    },
    contribution_counts: ({ contribution, partners, until }, say) => {
      const end = until === null ? 'aussi longtemps que le barème le prévoit' : `jusqu’au ${say.moment(until)}`;
      return `Confirmé : ${contribution} (${partners.join(', ')}). Ce fait ne rapporte rien par lui-même et compte pour les prospects et ventes de ce client ${end} ; ceux enregistrés auparavant restent tels quels.`;
    },
    exchanged: ({ from, to, perEuro, rateOn, rateSource }, say) =>
      `Changé aux taux de référence de ${sourceText(rateSource)} du ${say.period(rateOn)} : 1 EUR = ${ratesText(perEuro)}. ${say.money(from)} deviennent ${say.money(to)}.`,
    invoiced: ({ number, isCredit, owedBy, vat }, say) => {
      const document = `${isCredit ? 'Avoir' : 'Facture'} ${number}`;
      if (owedBy === null) return `${document} : sans TVA, rien ne bouge donc dans les comptes ; ses commissions y sont déjà.`;
      if (owedBy === 'company')
        return `${document} : l’entreprise doit elle-même la TVA (autoliquidation), ${say.money(vat)}, et la déduit.`;
      return isCredit
        ? `${document} : sa TVA de ${say.money(vat)} est retirée de ce qui est exigible.`
        : `${document} : sa TVA de ${say.money(vat)} est exigible par le partenaire en plus de ses commissions.`;
    },
    contribution_over: ({ contribution, partners }) =>
      `Retiré : ${contribution} (${partners.join(', ')}). Cela ne compte plus pour ce que fait ce client à partir de ce moment ; ce qui a été gagné le reste.`,
    commission: ({ number, partner, amount, line }, say) => {
      const part = line === null ? '' : `, pour la ligne « ${line} »`;
      return `Commission n° ${number}, ${partner} : ${say.money(amount)}${part}.`;
    },
    clause: ({ clause, version, charter, text, frozen }, say) => {
      const agreed = charter === null ? '' : `, article ${charter.article} de la charte, version ${charter.version}`;
      const head = `Clause ${clause} du barème, version ${version}${agreed}${frozenText(frozen, say)}`;
      return ended(text === null ? head : `${head} : ${text.fr}`);
    },
    computed_percent: ({ base, rate, result, rounded }, say) =>
      `Calcul : ${say.money(base)} × ${say.rate(rate)} = ${say.money(result)}${roundedText(rounded)}.`,
    computed_fixed: ({ amount, share, result }, say) => {
      if (share === null) return `Calcul : montant fixe de ${say.money(amount)}.`;
      return `Calcul : montant fixe de ${say.money(amount)} × ${say.rate(share)} (part du crédit) = ${say.money(result)}.`;
    },
    computed_per_unit: ({ amount, quantity, share, result }, say) => {
      const units = quantityText({ count: quantity.toString(), of: 'units' }, words, say);
      const part = share === null ? '' : ` × ${say.rate(share)} (part du crédit)`;
      return `Calcul : ${say.money(amount)} × ${units}${part} = ${say.money(result)}.`;
    },
    computed_tiers: ({ mode, volumeBefore, share }, say) => {
      const how = mode === 'marginal' ? 'chaque tranche à son palier' : 'le tout au palier atteint';
      const part = share === null ? '' : ` Part du crédit : ${say.rate(share)}.`;
      return `Calcul par paliers, ${how} ; volume déjà atteint sur la période : ${told(volumeBefore, say)}.${part}`;
    },
    tier_slice: ({ from, volume, rate, amount }, say) => {
      const start = `Palier à partir de ${told(from, say)} : `;
      if (rate !== null) return `${start}${told(volume, say)} × ${say.rate(rate)}.`;
      return amount === null ? `${start}${told(volume, say)}.` : `${start}${say.money(amount)} × ${told(volume, say)}.`;
    },
    sum: ({ result }, say) => `Total des paliers : ${say.money(result)}.`,
    computed_retroactive: ({ reached, volume, rate, total, earnedBefore, result, rounded }, say) => {
      const whole = `${say.money(volume)} × ${say.rate(rate)} = ${say.money(total)}${roundedText(rounded)}`;
      const rest = `moins ${say.money(earnedBefore)} déjà acquis : ${say.money(result)}`;
      return `Calcul rétroactif : la période atteint ${told(reached, say)} ; ${whole}, ${rest}.`;
    },
    computed_milestone: ({ reached, threshold, amount }, say) =>
      `Objectif atteint : ${told(reached, say)} pour un seuil de ${told(threshold, say)} ; prime de ${say.money(amount)}.`,
    computed_upline: ({ level, of, base, rate, result, rounded }, say) => {
      const source = of === 'commission' ? 'commission du partenaire parrainé' : 'base de la commission du partenaire parrainé';
      const product = `${say.money(base)} (${source}) × ${say.rate(rate)} = ${say.money(result)}`;
      return `Part de parrainage de niveau ${level} : ${product}${roundedText(rounded)}.`;
    },
    cap: ({ cap, before, room }, say) =>
      `Le plafond n° ${cap} du barème ramène ce montant de ${say.money(before)} à ${say.money(room)}, ce qui restait disponible.`,
    status: ({ status, payableAt }, say) => words.statuses[status](say.day(payableAt)),
    review_needed: ({ ceiling, total }, say) => {
      if (ceiling === null) return 'Le barème soumet toute commission à la validation de l’entreprise.';
      if (total === null)
        return `Le barème soumet à validation ce qui dépasse ${say.money(ceiling)}, et toute commission qui n’est pas dans sa devise, comme celle-ci.`;
      return `Le barème soumet à validation ce qui dépasse ${say.money(ceiling)} par événement ; celui-ci fait acquérir ${say.money(total)} à ce partenaire.`;
    },
    reviewed: ({ action, at, partner, number, amount, reason }, say) => {
      const because = reason === null ? '' : ` ; motif : « ${reason} »`;
      return `Commission n° ${number}, ${partner} (${say.money(amount)}) : ${words.reviews[action]} le ${say.moment(at)}${because}.`;
    },
    reversed_part: ({ reversed, left }, say) => `Repris depuis : ${say.money(reversed)} ; il reste ${say.money(left)}.`,
    rules_unpaid: ({ count }) => `Règles examinées qui n’ont rien payé : ${count}.`,
    rule_unpaid: ({ rule, partner, verdict, fields }) =>
      `Règle « ${rule} », ${partner} : n’a rien payé, ${words.verdicts[verdict]}${fieldList(fields, words)}.`,
    inputs: ({ count }) => `Données lues pour ce calcul, en plus du fait : ${count}.`,
    input: ({ name, value }, say) => `${capitalised(fieldText(name, words))} : ${say.moment(value)}.`,
    input_volume: ({ partner, period, value }, say) =>
      `Volume déjà atteint${ofWhom(partner, period, say)} : ${told(value, say)}.`,
    input_capped: ({ scope, rule, partner, period, value }, say) => {
      const only = rule === null ? '' : `, pour la règle « ${rule} »`;
      return `Déjà compté sous un plafond ${words.scopes[scope]}${only}${ofWhom(partner, period, say)} : ${say.money(value)}.`;
    },
    input_base: ({ rule, partner, period, value }, say) =>
      `Base déjà comptée par la règle « ${rule} »${ofWhom(partner, period, say)} : ${say.money(value)}.`,
    input_earned: ({ rule, partner, period, value }, say) =>
      `Montant déjà acquis par la règle « ${rule} »${ofWhom(partner, period, say)} : ${say.money(value)}.`,
    input_objective: ({ rule, partner, period, paid }, say) =>
      `Objectif de la règle « ${rule} »${ofWhom(partner, period, say)} : ${paid ? 'déjà payé' : 'pas encore payé'}.`,
    reversal: (values, say) =>
      `Reprise de ${say.money(values.amount)} sur ${citedText(values, say)}, ${words.takenFrom[values.from]}.`,
    reversal_returned: (values, say) =>
      `Restitution de ${say.money(values.amount)} à ${citedText(values, say)}, ${words.givenTo[values.from]}.`,
    suspended: (values, say) =>
      `Suspension de ${say.money(values.amount)} jusqu’à la fin du litige : ce qui reste de ${citedText(values, say)}.`,
    restored: (values, say) =>
      `Fin de la suspension de ${say.money(values.amount)} : ce qui reste de ${citedText(values, say)} ; exigible une fois le délai de carence écoulé.`,
    reversed_later: ({ partner, amount, number, ...fact }, say) =>
      `Reprise depuis de ${say.money(amount)} sur la commission n° ${number} (${partner}), ${words.by[fact.fact]} « ${fact.externalId} » du ${say.day(fact.at)}.`,
    returned_later: ({ partner, amount, number, ...fact }, say) =>
      `Restitution depuis de ${say.money(amount)} à la commission n° ${number} (${partner}), ${words.by[fact.fact]} « ${fact.externalId} » du ${say.day(fact.at)}.`,
    transaction: ({ kind, at }, say) => `Écriture du ${say.day(at)} : ${words.transactions[kind]}.`,
    posting: ({ debit, credit, amount, partner }, say) =>
      `${say.money(amount)}, ${partner} : débit « ${words.accounts[debit]} », crédit « ${words.accounts[credit]} ».`,
    clicked: ({ at, code, partner, program }, say) =>
      `Clic du ${say.moment(at)} sur le lien « ${code} » (${partner}, programme « ${program} »).`,
    click_path: ({ path, parameter }) =>
      `${words.paths[path]}${parameter === null ? '' : ` Le code a été trouvé dans le paramètre « ${parameter} ».`}`,
    click_counts: () => 'Ce n’est ni un robot ni une répétition : il compte comme point de contact.',
    click_by_bot: ({ agent }) =>
      `Un robot en est l’auteur${agent === null ? '' : ` (${agent})`} : il est conservé, et ne compte pour rien.`,
    click_repeats: ({ clickId, at }, say) =>
      clickId === null
        ? 'Il répète un clic du même visiteur sur ce lien, qui n’est plus disponible : il ne compte pour rien.'
        : `Il répète le clic ${clickId} du ${say.moment(at)}, du même visiteur sur ce lien : il ne compte pour rien, l’autre compte.`,
    click_state: ({ partner, state }) => `À ce moment, l’adhésion du partenaire (${partner}) ${words.states[state]}.`,
    link_ended: ({ code, at }, say) => `Le lien « ${code} » a pris fin le ${say.moment(at)}.`,
    click_uses: ({ count }) =>
      count === 0
        ? 'Aucun prospect ni aucune vente ne porte encore ce clic.'
        : `Prospects et ventes d’un client passé par ce clic : ${count}.`,
    click_use: ({ fact, externalId, at, share, reason }, say) =>
      `${words.facts[fact]}${externalId === null ? '' : ` « ${externalId} »`} du ${say.moment(at)} : ${useText(share, reason, say)}.`,
    unpaid: ({ reason }) => words.unpaid[reason].because,
    remedy: ({ reason }) => words.unpaid[reason].remedy,
  },
};

function ofAmount(fact: FactKind, money: string): string {
  return fact.startsWith('dispute') ? `${words.facts[fact]} (${money})` : `${words.facts[fact]} de ${money}`;
}

/** « la commission n° 1 (Alpina) de la vente « order-1 » du 3 mars 2026 » */
function citedText({ partner, number, fact, externalId, at }: StepValues['suspended'], say: Speaker): string {
  return `la commission n° ${number} (${partner}) ${words.of[fact]} « ${externalId} » du ${say.day(at)}`;
}

function frozenText(frozen: StepValues['clause']['frozen'], say: Speaker): string {
  if (frozen === null) return '';
  return 'rate' in frozen ? `, au taux figé de ${say.rate(frozen.rate)}` : `, au montant figé de ${say.money(frozen.amount)}`;
}

function useText(share: string | null, reason: RejectionReason | null, say: Speaker): string {
  if (reason !== null) return `ce clic n’y compte pas, ${words.rejections[reason]}`;
  if (share === null) return 'le crédit est passé par un autre point de contact';
  return share === '1/1' ? 'tout le crédit est revenu à ce clic' : `${say.rate(share)} du crédit est revenu à ce clic`;
}

function planText(plan: string | null, version: number | null): string {
  if (plan === null) return version === null ? '' : `, selon la version ${version} du barème`;
  return `, selon le barème « ${plan} »${version === null ? '' : `, version ${version}`}`;
}

function touchText({ via, at, partner, program, contribution }: TouchValues, say: Speaker): string {
  return `${words.vias[via]}${contribution === null ? '' : ` ${contribution}`} du ${say.moment(at)} (${partner}, programme « ${program} »)`;
}

function told(quantity: Quantity, say: Speaker): string {
  return quantityText(quantity, words, say);
}

function roundedText(rounded: boolean): string {
  return rounded ? ' après arrondi' : '';
}

function ofWhom(partner: string | null, period: string, say: Speaker): string {
  return partner === null ? ` (${say.period(period)})` : ` (${partner}, ${say.period(period)})`;
}

function sourceText(source: string): string {
  return source === 'ecb' ? 'la Banque centrale européenne' : source;
}

function ratesText(perEuro: StepValues['exchanged']['perEuro']): string {
  return Object.entries(perEuro)
    .map(([currency, rate]) => `${rate.replace('.', ',')} ${currency}`)
    .join(' = ');
}
