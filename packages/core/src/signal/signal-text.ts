import type { Language } from '../language/index.ts';
import { formatMoney, rate, ratePercentText, roundRatio } from '../money/index.ts';
import { formatDate, localDateOf } from '../time/index.ts';
import { signalDays, thresholds, type Signal, type SignalCode } from './signal.ts';

type Of<Code extends SignalCode> = Extract<Signal, { code: Code }>;
type Texts = { readonly [Code in SignalCode]: (signal: Of<Code>, zone: string) => string };

/** What was seen, against which threshold, in one sentence; days are told in `zone`. */
export function signalText<Code extends SignalCode>(signal: Of<Code>, language: Language, zone: string): string {
  const text: (told: Of<Code>, zone: string) => string = texts[language][signal.code];
  return text(signal, zone);
}

const percent = (part: number, whole: number, language: Language) =>
  ratePercentText(rate(roundRatio(BigInt(part) * 1000n, BigInt(whole)), 1000n), language);

const french: Texts = {
  refund_rate: (signal) =>
    `Remboursements : ${signal.refunded} de ses ${signal.conversions} ventes ou prospects des ${signalDays} jours précédents (${percent(signal.refunded, signal.conversions, 'fr')}, entre ${percent(signal.fromPerMille, 1000, 'fr')} et ${percent(signal.toPerMille, 1000, 'fr')} avec 95 % de confiance), contre ${percent(signal.programRefunded, signal.programConversions, 'fr')} pour le programme à ce jour (${signal.programRefunded} sur ${signal.programConversions}). Seuil : tout l’intervalle au-dessus du programme, à partir de ${thresholds.refunds} remboursements.`,
  self_referral: ({ how, conversions }) =>
    ({
      email: 'L’adresse e-mail du client est l’une de celles du partenaire. Seuil : une seule fois.',
      browser_of_partner: `Le navigateur qui a cliqué a déjà servi à commander sous une adresse du partenaire (${conversions} fois en ${signalDays} jours). Seuil : une seule fois.`,
      browser_of_many: `Le navigateur qui a cliqué a déjà servi à ${conversions} autres clients de ce partenaire en ${signalDays} jours. Seuil : ${thresholds.customersOfBrowser} clients par navigateur, celui-ci compris.`,
    })[how],
  burst: ({ what, inHour, before, hoursBefore }) =>
    `${inHour} ${what === 'clicks' ? 'clics' : 'ventes ou prospects'} en une heure, contre ${before} pendant les ${hoursBefore} heures précédentes. Seuil : au moins ${what === 'clicks' ? thresholds.clicksInHour : thresholds.conversionsInHour}, et ${thresholds.burst} fois le rythme habituel.`,
  first_sale: ({ since }, zone) =>
    `Première vente d’un partenaire qui a rejoint le programme le ${formatDate(localDateOf(since, zone), 'fr')}. Seuil : inscrit depuis ${signalDays} jours au plus.`,
  unusual_amount: ({ amount, currency, median, conversions }) =>
    `Cet événement lui fait acquérir ${formatMoney({ amount, currency }, 'fr')}, alors que la médiane de ses ${conversions} précédents est de ${formatMoney({ amount: median, currency }, 'fr')}. Seuil : ${thresholds.amount} fois la médiane, à partir de ${thresholds.amounts} événements.`,
  shared_customer: ({ partnerIds, conversions }) =>
    `Ce client a aussi été attribué à ${partnerIds.length === 1 ? 'un autre partenaire' : `${partnerIds.length} autres partenaires`} pour ${conversions === 1 ? 'un autre achat' : `${conversions} autres achats`} en ${signalDays} jours. Seuil : un autre partenaire.`,
};

const english: Texts = {
  refund_rate: (signal) =>
    `Refunds: ${signal.refunded} of its ${signal.conversions} sales or leads of the ${signalDays} days before (${percent(signal.refunded, signal.conversions, 'en')}, between ${percent(signal.fromPerMille, 1000, 'en')} and ${percent(signal.toPerMille, 1000, 'en')} with 95% confidence), against ${percent(signal.programRefunded, signal.programConversions, 'en')} for the program by now (${signal.programRefunded} of ${signal.programConversions}). Threshold: the whole interval above the program, from ${thresholds.refunds} refunds on.`,
  self_referral: ({ how, conversions }) =>
    ({
      email: 'The customer’s e-mail address is one of the partner’s own. Threshold: once.',
      browser_of_partner: `The browser that clicked was already used to order under an address of the partner (${conversions === 1 ? 'once' : `${conversions} times`} in ${signalDays} days). Threshold: once.`,
      browser_of_many: `The browser that clicked was already used by ${conversions} other customers of this partner in ${signalDays} days. Threshold: ${thresholds.customersOfBrowser} customers a browser, this one included.`,
    })[how],
  burst: ({ what, inHour, before, hoursBefore }) =>
    `${inHour} ${what === 'clicks' ? 'clicks' : 'sales or leads'} in one hour, against ${before} in the ${hoursBefore} hours before. Threshold: at least ${what === 'clicks' ? thresholds.clicksInHour : thresholds.conversionsInHour}, and ${thresholds.burst} times the usual pace.`,
  first_sale: ({ since }, zone) =>
    `First sale of a partner that joined the program on ${formatDate(localDateOf(since, zone), 'en')}. Threshold: enrolled for ${signalDays} days at most.`,
  unusual_amount: ({ amount, currency, median, conversions }) =>
    `This event earns it ${formatMoney({ amount, currency }, 'en')}, while the median of its ${conversions} earlier ones is ${formatMoney({ amount: median, currency }, 'en')}. Threshold: ${thresholds.amount} times the median, from ${thresholds.amounts} events on.`,
  shared_customer: ({ partnerIds, conversions }) =>
    `This customer was also credited to ${partnerIds.length === 1 ? 'another partner' : `${partnerIds.length} other partners`} for ${conversions === 1 ? 'another purchase' : `${conversions} other purchases`} in ${signalDays} days. Threshold: one other partner.`,
};

const texts: Readonly<Record<Language, Texts>> = { fr: french, en: english };
