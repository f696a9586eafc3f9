import type { UnpayableReason } from '@cordee/contract/payout-batch';
import type { Bilingual } from '@cordee/contract/language';
import { encodeId } from '@cordee/core/ids';
import { targetDayFrom } from '@cordee/core/payment';
import type { Rail } from '@cordee/core/rail';
import type { LocalDate } from '@cordee/core/time';
import { Refusal } from '../../../platform/refusal.ts';
import type { PaymentHold } from '../payment-holds.ts';
import type { Candidate } from './candidates.ts';

function conflict(path: string, rule: string, message: Bilingual): Refusal {
  return new Refusal('conflict', [{ path, rule, message }]);
}

export function dayIsOver(): Refusal {
  return conflict('executionDate', 'future', {
    en: 'This day is over: choose today or later.',
    fr: 'Ce jour est passé : choisissez aujourd’hui ou plus tard.',
  });
}

export function noTargetDay(date: LocalDate): Refusal {
  const next = targetDayFrom(date);
  return conflict('executionDate', 'target_day', {
    en: `Banks do not settle euros that day. The next one is ${next}.`,
    fr: `Les banques ne règlent pas d’euros ce jour-là. Le suivant est le ${next}.`,
  });
}

export function noCompanyAccount(): Refusal {
  return conflict('account', 'in_force', {
    en: 'No account to pay from is in force: enter one under payments, and have it confirmed.',
    fr: 'Aucun compte de paiement n’est en vigueur : saisissez-en un sous paiements et faites-le confirmer.',
  });
}

export function notConnected(): Refusal {
  return conflict('rail', 'not_connected', {
    en: 'Stripe is not connected: an owner connects it under payments, accounts.',
    fr: 'Stripe n’est pas connecté : un propriétaire le connecte sous paiements, comptes.',
  });
}

/** `conflict`: a batch of this rail is not brought further this way. */
export function otherRail(rail: Rail): Refusal {
  return conflict('id', 'rail', otherWays[rail]);
}

const otherWays: Readonly<Record<Rail, Bilingual>> = {
  sepa: { en: 'This batch is paid by a file for the bank.', fr: 'Ce lot se paie par un fichier pour la banque.' },
  wise: { en: 'This batch is paid by files for Wise.', fr: 'Ce lot se paie par des fichiers pour Wise.' },
  paypal: { en: 'This batch is paid by files for PayPal.', fr: 'Ce lot se paie par des fichiers pour PayPal.' },
  stripe: { en: 'This batch is paid by transfers of Stripe.', fr: 'Ce lot se paie par des virements Stripe.' },
  outside: {
    en: 'This batch is paid outside: say by which reference, and on which day.',
    fr: 'Ce lot se paie autrement : indiquez la référence et le jour.',
  },
};

/** `conflict`: the transfer may be on its way, or is the service’s to end. */
export function mayBeOnItsWay(): Refusal {
  return conflict('id', 'on_its_way', {
    en: 'Stripe may have this transfer already: it is looked up, and ended by what Stripe says.',
    fr: 'Stripe a peut-être déjà ce virement : il est recherché, et terminé par ce que dit Stripe.',
  });
}

export function paidLater(): Refusal {
  return conflict('paidOn', 'past', {
    en: 'This day is still to come: say it once it was paid.',
    fr: 'Ce jour est à venir : dites-le une fois le paiement fait.',
  });
}

const why: Readonly<Record<UnpayableReason, Bilingual>> = {
  below_minimum: { en: 'Less than the minimum is payable.', fr: 'Moins que le minimum est exigible.' },
  nothing_payable: { en: 'Nothing is payable.', fr: 'Rien n’est exigible.' },
  no_account: { en: 'No account is in force.', fr: 'Aucun compte n’est en vigueur.' },
  account_cooling: {
    en: 'The account was changed and is not paid to yet.',
    fr: 'Le compte a changé et ne peut pas encore être payé.',
  },
  account_elsewhere: {
    en: 'The account is outside of the SEPA: pay it otherwise.',
    fr: 'Le compte est hors de l’espace SEPA : payez-le autrement.',
  },
  account_incomplete: {
    en: 'Columns of your template for Wise are missing in where it is paid.',
    fr: 'Il manque, là où il est payé, des colonnes de votre modèle Wise.',
  },
  amount_inexact: {
    en: 'The amount cannot be paid this way in this currency: choose another way.',
    fr: 'Le montant ne peut pas être payé ainsi dans cette devise : choisissez un autre moyen.',
  },
  tax_missing: {
    en: 'Its tax details are not settled: see the taxes of this partner.',
    fr: 'Ses renseignements fiscaux ne sont pas réglés : voyez la fiscalité de ce partenaire.',
  },
  tax_under_review: {
    en: 'Its tax details wait for a review: see the taxes of this partner.',
    fr: 'Ses renseignements fiscaux attendent un examen : voyez la fiscalité de ce partenaire.',
  },
  invoice_missing: {
    en: 'Closed months of it are not invoiced: see the invoices of this partner.',
    fr: 'Des mois clos ne sont pas facturés : voyez les factures de ce partenaire.',
  },
  invoice_contested: {
    en: 'A document of it is contested: see the invoices of this partner.',
    fr: 'L’un de ses documents est contesté : voyez les factures de ce partenaire.',
  },
  invoice_not_accepted: {
    en: 'A document of it is not accepted yet: see the invoices of this partner.',
    fr: 'L’un de ses documents n’est pas encore accepté : voyez les factures de ce partenaire.',
  },
  no_charter: {
    en: 'No charter is in force with it: see the charter of this partner.',
    fr: 'Aucune charte n’est en vigueur avec lui : voyez la charte de ce partenaire.',
  },
  in_dispute: {
    en: 'A dispute about money runs with it, and its ladder holds payments: see the disputes of this partner.',
    fr: 'Un différend d’argent est en cours avec lui, et ses échelons retiennent les paiements : voyez les différends de ce partenaire.',
  },
};

/** `conflict`: what the workspace wants to know, or to have, keeps the partner from being paid. */
export function partnerHeld(reasons: readonly PaymentHold[]): Refusal {
  return new Refusal(
    'conflict',
    reasons.map((rule) => ({ path: 'partnerId', rule, message: why[rule] })),
  );
}

/** `conflict`: since the batch was made, tax details or documents have come to hold lines of it. */
export function linesHeld(holds: ReadonlyMap<string, readonly PaymentHold[]>): Refusal {
  const fields = [...holds].flatMap(([id, reasons]) =>
    reasons.map((rule) => ({ path: 'lines', rule, message: citing(why[rule], encodeId('prt', id)) })),
  );
  return new Refusal('conflict', fields);
}

/** `conflict` with a field for each named partner that cannot be paid, and its first reason. */
export function notPayable(named: readonly { readonly partnerId: string; readonly candidate: Candidate | undefined }[]): Refusal {
  const fields = named.flatMap(({ partnerId, candidate }, index) => {
    const reason = candidate === undefined ? 'nothing_payable' : candidate.reasons[0];
    if (reason === undefined) return [];
    return [{ path: `partnerIds.${index}`, rule: reason, message: citing(why[reason], encodeId('prt', partnerId)) }];
  });
  return new Refusal('conflict', fields);
}

/** `conflict`: an account of a line, or the company's, is no longer the one to pay. */
export function accountsChanged(partnerIds: readonly string[], ofCompany: boolean): Refusal {
  const message = {
    en: 'The account is no longer the one in force. Reject the line, or cancel the batch and make another.',
    fr: 'Le compte n’est plus celui en vigueur. Rejetez la ligne, ou annulez le lot et refaites-en un.',
  };
  const fields = partnerIds.map((id) => ({ path: 'lines', rule: 'account', message: citing(message, encodeId('prt', id)) }));
  return new Refusal('conflict', ofCompany ? [{ path: 'account', rule: 'account', message }, ...fields] : fields);
}

export function noLinesLeft(): Refusal {
  return conflict('lines', 'empty', {
    en: 'No line is left in this batch: cancel it.',
    fr: 'Il ne reste aucune ligne dans ce lot : annulez-le.',
  });
}

const stands: Readonly<Record<string, Bilingual>> = {
  waiting: { en: 'This batch waits to be approved.', fr: 'Ce lot attend une approbation.' },
  approved: { en: 'This batch is approved, and not sent yet.', fr: 'Ce lot est approuvé, et pas encore envoyé.' },
  sent: { en: 'This batch was sent.', fr: 'Ce lot a été envoyé.' },
  closed: { en: 'This batch is closed.', fr: 'Ce lot est clos.' },
  cancelled: { en: 'This batch was cancelled.', fr: 'Ce lot a été annulé.' },
};

/** `conflict`: the batch stands so that this cannot be done. */
export function batchStands(state: string): Refusal {
  return conflict('id', 'state', stands[state] ?? { en: 'This batch has changed.', fr: 'Ce lot a changé.' });
}

function citing({ en, fr }: Bilingual, id: string): Bilingual {
  return { en: `${en} (${id})`, fr: `${fr} (${id})` };
}
